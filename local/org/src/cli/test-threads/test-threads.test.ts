import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TestOutcome, TestRun } from "../../apex-tests/outcome.ts";
import { compileProject } from "../../compile/compile-project.ts";
import { openLocalOrg } from "../../open-local-org.ts";
import { testClassesOf } from "../../org/run-project-tests.ts";
import { sfdxProject, writeProject } from "../../schema/fixture/project.ts";
import { main } from "../main.ts";
import { runInThreads } from "./run-in-threads.ts";
import { TestThreads } from "./test-threads.ts";
import { threadCount } from "./thread-start.ts";

const CASE = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Ticket</label><pluralLabel>Tickets</pluralLabel>
  <nameField><displayFormat>T-{0000}</displayFormat><label>Number</label><type>AutoNumber</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
</CustomObject>`;

/** Each class sees the first number and another half of the class under test. */
const testClass = (n: number): string => `@IsTest private class T${n}Test {
  @IsTest static void first() {
    Ticket__c ticket = new Ticket__c();
    insert ticket;
    Assert.areEqual('T-0001', [SELECT Name FROM Ticket__c].Name);
    Assert.isTrue(String.isNotBlank(Half.of(${n})));
  }
  @IsTest static void second() {
    insert new Account(Name = 'Two');
    System.debug([SELECT Id FROM Account].Id);
    Assert.isTrue(${n === 3 ? "false" : "true"}, 'of ' + [SELECT Id FROM Account].Id);
  }
}`;

const files = writeProject(
  sfdxProject({
    "objects/Ticket__c/Ticket__c.object-meta.xml": CASE,
    "classes/Half.cls": `public class Half {
  public static String of(Integer n) {
    if (Math.mod(n, 2) == 0) {
      return 'even';
    }
    return 'odd';
  }
}`,
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`classes/T${n}Test.cls`, testClass(n)])),
    "classes/EndlessTest.cls": `@IsTest private class EndlessTest {
  @IsTest static void waits() {
    for (Integer i = 0; i < 2000000000; i++) { Integer j = i; }
  }
}`,
  }),
);
const CLASSES = [1, 2, 3, 4, 5, 6].flatMap((n) => ["--class", `T${n}Test`]);

let child: ChildProcess | null = null;
afterAll(() => {
  child?.kill("SIGKILL");
  files.remove();
});

let out: string[] = [];
beforeEach(() => {
  out = [];
  vi.spyOn(console, "log").mockImplementation((line: unknown) => void out.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void out.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

async function runWith(workers: string): Promise<readonly unknown[]> {
  out = [];
  const at = (name: string): string => path.join(files.path, `${name}-${workers}`);
  const reports = ["json", "junit", "lcov", "coverage"];
  const code = await main([
    ...["test", "--no-cache", "--project", files.path, "--workers", workers, ...CLASSES],
    ...reports.flatMap((name) => [`--${name}`, at(name)]),
  ]);
  const timeless = (text: string): string => text.replaceAll(/\d+ ms|(?:ms": |time=")[\d.]+/gu, "");
  return [
    code,
    timeless(out.join("\n")),
    ...reports.map((name) => timeless(readFileSync(at(name), "utf8"))),
  ];
}

test("two threads say, write and cover what one does", async () => {
  const alone = await runWith("1");
  expect(alone[0]).toBe(1);
  expect(out.at(-1)).toBe("11 passed, 1 failed, 0 skipped");
  expect(await runWith("2")).toEqual(alone);
  expect(await runWith("3")).toEqual(alone);
});

test("a thread runs by itself what this one does", async () => {
  const { project, ran } = opened();
  const classes = testClassesOf(project).filter(({ name }) => name.startsWith("T"));
  const threads = new TestThreads(1, { paths: [files.path], packages: [] });
  const lines: unknown[] = [];
  threads.run(project, classes, new Int32Array(new SharedArrayBuffer(4)), {
    ran: (place, outcomes) => void ran.set(classes[place]?.name ?? "", outcomes),
    covered: (more) => lines.push(...more),
    log: (line) => lines.push(line),
  });
  await threads.ended();

  const timeless = (outcomes: readonly TestOutcome[]): unknown =>
    outcomes.map((outcome) => ({ ...outcome, ms: 0 }));
  const here = openLocalOrg(project).runTests(classes.map(({ name }) => name));
  expect(timeless([...ran.values()].flat())).toEqual(timeless(here.tests));
  expect(lines).toContainEqual({ unit: "class half", lines: [3, 6] });
});

interface Opened {
  readonly project: ReturnType<typeof compileProject>;
  readonly ran: Map<string, readonly TestOutcome[]>;
  readonly lines: string[];
}

function opened(): Opened {
  const project = compileProject({ paths: [files.path] });
  return { project, ran: new Map(), lines: [] };
}

const threadsOf = (module: string): TestThreads =>
  new TestThreads(
    1,
    { paths: [files.path], packages: [] },
    new URL(`../testing/${module}.ts`, import.meta.url),
  );

test("a thread that ends fails what it had begun and not finished, keeps what it had, and says why", async () => {
  const { project, ran, lines } = opened();
  const classes = testClassesOf(project).filter(({ name }) => name.startsWith("T"));
  const threads = threadsOf("thread-that-ends");
  threads.run(project, classes, new Int32Array(new SharedArrayBuffer(4)), {
    ran: (place, outcomes) => void ran.set(classes[place]?.name ?? "", outcomes),
    covered: () => undefined,
    log: (line) => lines.push(line),
  });
  await threads.ended();

  const [first] = [...ran];
  expect(first?.[1]).toMatchObject([
    { method: "first", outcome: "pass" },
    {
      method: "second",
      outcome: "fail",
      message: "A thread of the test run ended: no memory is left",
    },
  ]);
  expect(ran.size).toBe(1);
  expect(lines).toEqual(["A thread of the test run ended: no memory is left"]);
});

test("what a thread never began another runs", async () => {
  const { project, lines } = opened();
  const classes = testClassesOf(project).filter(({ name }) => name.startsWith("T"));
  const told: string[] = [];
  const run: TestRun = await runInThreads(
    project,
    openLocalOrg(project),
    classes,
    threadsOf("thread-that-does-not-start"),
    { onClass: (name) => told.push(name), log: (line) => lines.push(line) },
  );
  expect(run.summary).toEqual({ passed: 11, failed: 1, skipped: 0 });
  expect(told).toEqual(classes.map(({ name }) => name));
  expect(lines).toEqual(["A thread of the test run ended: no memory is left"]);
});

test("Ctrl-C ends all threads at once", async () => {
  const bin = path.join(import.meta.dirname, "../../../bin/org.ts");
  const running = spawn(process.execPath, [
    bin,
    ...["test", "--no-cache", "--project", files.path, "--workers", "2"],
    ...["--class", "EndlessTest", "--class", "T1Test"],
  ]);
  child = running;
  let said = "";
  running.stderr.on("data", (chunk) => (said += String(chunk)));
  await vi.waitFor(() => expect(said).toContain("compiling"), { timeout: 60_000 });
  running.kill("SIGINT");
  const [, signal] = (await once(running, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGINT");
}, 100_000);

test.each([["0"], ["1.5"], ["many"], ["65"], [""]])("--workers %j is refused", async (given) => {
  expect(() => threadCount(given)).toThrow("--workers takes a number from 1 to 64");
  expect(await main(["test", "--project", files.path, "--workers", given])).toBe(2);
});

test.each(["--watch", "--inspect"])("--workers and %s do not go together", async (other) => {
  expect(await main(["test", "--project", files.path, "--workers", "2", other])).toBe(2);
  expect(out.join("\n")).toContain("do not go together");
});

test("there is a thread for each processor, as far as memory goes", () => {
  vi.spyOn(process, "availableMemory").mockReturnValue(1.5 * 1024 ** 3);
  expect(threadCount(undefined)).toBe(1);
});
