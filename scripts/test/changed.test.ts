import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseChangedCommand } from "./changed-command.ts";
import { importGraph, reach } from "./import-graph.ts";
import { projectsOf, select } from "./selection.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "import-graph-"));
  await write("worker/money.ts", "export const cents = 100;");
  await write("worker/price.ts", 'import { cents } from "./money.ts"; export const price = cents;');
  await write("worker/money.test.ts", 'import { cents } from "./money.ts"; cents;');
  await write("worker/price.test.ts", 'import "cloudflare:test"; import "./price.ts";');
  await write("local/other.test.ts", 'import fs from "node:fs"; fs.readFileSync("prices.json");');
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
}

const TESTS = ["local/other.test.ts", "worker/money.test.ts", "worker/price.test.ts"];

async function unitTests(...changed: readonly string[]): Promise<string[]> {
  const graph = await importGraph(root, TESTS);
  return select(changed, TESTS, await reach(root, graph, changed)).unit.flat();
}

test("a changed module reaches the tests that import it, the nearest first", async () => {
  expect(await unitTests("worker/money.ts")).toEqual([
    "worker/money.test.ts",
    "worker/price.test.ts",
  ]);
  expect(await unitTests("worker/price.ts")).toEqual(["worker/price.test.ts"]);
});

test("a module is reached by what is loaded only when it is needed, and by what is no code, but not by types or by what a text quotes", async () => {
  await write("worker/late.test.ts", 'await import("./money.ts"); export * from "./rates.json";');
  await write("worker/rates.json", "{}");
  await write(
    "worker/typed.test.ts",
    'import type { Money } from "./money.ts";\nexport type { Cents } from "./money.ts";\nconst quoted = `\nimport "./gone.ts";\n`;',
  );
  const tests = ["worker/late.test.ts", "worker/typed.test.ts"];
  const graph = await importGraph(root, tests);

  const reached = async (file: string): Promise<string[]> =>
    select([file], tests, await reach(root, graph, [file])).unit.flat();

  expect(await reached("worker/money.ts")).toEqual(["worker/late.test.ts"]);
  expect(await reached("worker/rates.json")).toEqual(["worker/late.test.ts"]);
});

test("a changed test reaches itself, and a text about the project nothing", async () => {
  expect(await unitTests("worker/money.test.ts")).toEqual(["worker/money.test.ts"]);
  expect(await unitTests("README.md", "docs/prices.md")).toEqual([]);
});

test("a file that is read reaches the tests that speak its name", async () => {
  expect(await unitTests("test/fixtures/prices.json")).toEqual(["local/other.test.ts"]);
});

test("other versions of the tools reach everything", async () => {
  expect(await unitTests("package-lock.json")).toEqual(TESTS);
});

test("an import that leads nowhere is told", async () => {
  await write("worker/money.test.ts", 'import "./gone.ts";');

  await expect(importGraph(root, TESTS)).rejects.toThrow("./gone.ts");
});

test("metadata and Apex call for the Apex tests, and name the long tests that run them", () => {
  const chosen = select(
    ["force-app/main/default/classes/StripeClient.cls"],
    ["test/e2e/sale.test.ts", "worker/money.test.ts"],
    new Map(),
  );

  expect(chosen).toEqual({ unit: [], components: [], apex: true, long: ["test/e2e/sale.test.ts"] });
});

test("a component's change goes to Jest", () => {
  expect(select(["lwc/stripeFollow/stripeFollow.html"], [], new Map()).components).toEqual([
    "lwc/stripeFollow/stripeFollow.html",
  ]);
});

test("many tests come in groups, so that the time can be looked at between them", () => {
  const tests = Array.from({ length: 50 }, (_, index) => `worker/${index + 10}.test.ts`);
  const distance = new Map(tests.map((file, index) => [file, 50 - index]));

  const { unit } = select(["worker/x.ts"], tests, distance);

  expect(unit.map((group) => group.length)).toEqual([24, 24, 2]);
  expect(unit[0]?.[0]).toBe("worker/59.test.ts");
});

test("a project is loaded where a test is of it", () => {
  expect(projectsOf(["local/a.test.ts", "scripts/b.test.ts"])).toEqual(["node"]);
  expect(projectsOf(["worker/a.test.ts"])).toEqual(["worker"]);
  expect(projectsOf(["worker/a.test.ts", "local/a.test.ts"])).toEqual(["worker", "node"]);
});

test("a time of nothing is refused", () => {
  expect(parseChangedCommand(["--seconds", "0"]).kind).toBe("refused");
  expect(parseChangedCommand(["--since", "main"])).toEqual({
    kind: "command",
    since: "main",
    seconds: 60,
  });
});
