import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ORDER_PROJECT } from "../rest/testing/order-project.ts";
import { writeProject } from "../schema/fixture/project.ts";
import { main, typed } from "./main.ts";

const project = writeProject(ORDER_PROJECT);
afterAll(() => project.remove());

let out: string[] = [];
let err: string[] = [];

beforeEach(() => {
  out = [];
  err = [];
  vi.spyOn(console, "log").mockImplementation((line: unknown) => void out.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void err.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

const options = ["--project", project.path, "--no-cache"];

function exec(text: string, more: readonly string[] = []): Promise<number> {
  const file = path.join(project.path, "block.apex");
  writeFileSync(file, text);
  return main(["exec", file, ...options, ...more]);
}

describe("org exec", () => {
  it("prints what System.debug says and ends with 0", async () => {
    expect(await exec("System.debug('one');\nSystem.debug(LoggingLevel.WARN, 2);")).toBe(0);
    expect(out).toEqual(["DEBUG [1] one", "WARN [2] 2"]);
  });

  it("keeps records where it is told to, for a query to find", async () => {
    const data = ["--data", path.join(project.path, "data")];
    expect(await exec("insert new Order_Line__c(Name = 'Kept', Amount__c = 5);", data)).toBe(0);
    const soql = "SELECT Name, Amount__c FROM Order_Line__c";
    expect(await main(["query", soql, ...options, ...data])).toBe(0);
    expect(out).toEqual(["Name  Amount__c", "────  ─────────", "Kept  5.0", "1 record"]);
  });

  it("tells where a block does not compile, and where it throws", async () => {
    expect(await exec("Integer i = 1;\nnope();")).toBe(1);
    expect(err.at(-1)).toMatch(/block\.apex:2:\d+: .*nope/);
    expect(await exec("Integer i = 1 / 0;")).toBe(1);
    expect(err.at(-1)).toMatch(/block\.apex:1:\d+: System\.MathException: Divide by 0\n/);
  });

  it("without a file, or with one that is not there, is a mistake of the command", async () => {
    expect(await main(["exec", ...options])).toBe(2);
    expect(await main(["exec", "/nowhere.apex", ...options])).toBe(2);
    expect(err.at(-1)).toMatch(/^\/nowhere\.apex cannot be read/);
  });
});

describe("org query", () => {
  it("points at the mistake in a query", async () => {
    expect(await main(["query", "SELECT Nope FROM Account", ...options])).toBe(1);
    expect(err.at(-1)).toMatch(/ERROR at Row:1:Column:8\nNo such column 'Nope'/);
  });

  it("counts, and prints JSON where it is asked to", async () => {
    expect(await main(["query", "SELECT COUNT() FROM ApexClass", ...options])).toBe(0);
    expect(out).toEqual(["2"]);
    await main(["query", "SELECT Name FROM ApexTrigger", "--json", ...options]);
    expect(JSON.parse(out.at(-1) ?? "")).toMatchObject([{ Name: "OrderEvents" }]);
  });
});

describe("org", () => {
  it.each(["test", "check", "serve", "exec", "query", "gaps"])("%s has help", async (name) => {
    expect(await main([name, "--help"])).toBe(0);
    expect(out.join("\n")).toMatch(new RegExp(`^org ${name}`));
  });

  it("that does not know a command or an option says what there is", async () => {
    expect(await main(["fly"])).toBe(2);
    expect(err.join("\n")).toContain("org serve");
    expect(await main(["check", "--fast"])).toBe(2);
    expect(err.at(-1)).toContain("--project DIR");
  });

  it("runs a project's tests, and ends with 1 when one fails", async () => {
    expect(await main(["test", ...options])).toBe(1);
    expect(out.at(-1)).toBe("1 passed, 1 failed, 0 skipped");
  });

  it("told of a folder that is not there answers with one sentence", async () => {
    expect(await main(["check", "--project", "/nowhere"])).toBe(1);
    expect(err.at(-1)).toContain("/nowhere");
  });
});

it("says how it is called as a package where it is one", () => {
  expect(typed("org check [options]\n\n  org test\norg <command> --help", "local-org")).toBe(
    "local-org check [options]\n\n  local-org test\nlocal-org <command> --help",
  );
});
