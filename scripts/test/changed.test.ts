import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseChangedCommand } from "./changed-command.ts";
import { importGraph, reach } from "./import-graph.ts";
import { similarity } from "./similarity.ts";
import { notRunLines, plan, projectsOf, select } from "./selection.ts";

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
  return [...select(changed, TESTS, await reach(root, graph, changed)).unit];
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

  const reached = async (file: string): Promise<string[]> => [
    ...select([file], tests, await reach(root, graph, [file])).unit,
  ];

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

test("a file reaches the tests that read the folder it is in, a text about the project too", async () => {
  await write(
    "local/other.test.ts",
    'path.resolve(import.meta.dirname, "../docs/pages"); path.join(import.meta.dirname, "project");',
  );

  expect(await unitTests("local/project/classes/Order.cls")).toEqual(["local/other.test.ts"]);
  expect(await unitTests("docs/pages/prices.md")).toEqual(["local/other.test.ts"]);
  expect(await unitTests("local/projects/Order.cls", "docs/prices.md")).toEqual([]);
});

test("what knows the root and names a folder reads it, further away than what knows the folder", async () => {
  await write("worker/root.ts", 'export const ROOT = path.resolve(import.meta.dirname, "..");');
  await write(
    "worker/money.test.ts",
    'import { ROOT } from "./root.ts"; path.join(ROOT, "force-app");',
  );
  await write("worker/price.test.ts", 'write("force-app/classes/Made.cls"); import("./price.ts");');
  await write("local/other.test.ts", 'path.join(import.meta.dirname, "../force-app");');

  expect(await unitTests("force-app/classes/Order.cls")).toEqual([
    "local/other.test.ts",
    "worker/money.test.ts",
  ]);
});

test("what is near another way is near", async () => {
  await write("worker/price.ts", 'import "./money.ts"; load("rates.json");');
  await write("worker/near.test.ts", 'import "./price.ts";');
  await write("worker/far.test.ts", 'import "./near.test.ts";');
  const tests = ["worker/far.test.ts", "worker/near.test.ts"];
  const graph = await importGraph(root, tests);

  const distance = await reach(root, graph, [
    "worker/money.ts",
    "rates.json",
    "worker/near.test.ts",
  ]);

  expect([...distance].sort()).toEqual([
    ["worker/far.test.ts", 1],
    ["worker/money.ts", 0],
    ["worker/near.test.ts", 0],
    ["worker/price.ts", 1],
  ]);
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

test("of the tests of the whole those come first that speak of what changed", async () => {
  await write(
    "force-app/classes/PayoutHandler.cls",
    "class PayoutHandler { Stripe_Payout__c payout; }",
  );
  await write("test/e2e/dunning.test.ts", "stripe; handler; invoices; declined;");
  await write("test/e2e/payouts.test.ts", 'import "./bank.ts"; stripe; handler;');
  await write("test/e2e/bank.ts", "export const payouts = 1;");
  const tests = ["test/e2e/dunning.test.ts", "test/e2e/payouts.test.ts"];
  const changed = ["force-app/classes/PayoutHandler.cls", "force-app/classes/Gone.cls"];
  const graph = await importGraph(root, tests);

  const similarities = await similarity(root, graph, tests, changed);

  expect(select(changed, tests, new Map(), similarities).long).toEqual(tests.toReversed());
  expect(similarities.get("test/e2e/dunning.test.ts")).toBe(0);
});

test("a test that opens an org of ours takes longer than others, as long as nobody knows how long", () => {
  const tests = ["local/stack/a.test.ts", "local/stack/b.test.ts", "local/http/c.test.ts"];

  expect(plan(tests, {}, 16).run).toEqual(["local/stack/a.test.ts", "local/http/c.test.ts"]);
  expect(plan(tests, { "local/stack/b.test.ts": 1 }, 16).run).toEqual(tests);
});

test("to begin with the whole takes longest", () => {
  const tests = ["test/e2e/sale.test.ts", "test/e2e/payout.test.ts"];

  expect(plan(tests, { "test/e2e/sale.test.ts": 9, "test/e2e/payout.test.ts": 9 }, 28).run).toEqual(
    tests,
  );
  expect(plan(tests, {}, 29)).toEqual({ run: [], left: tests });
});

test("a story is taken to be short, and what plays many orders to be long, as long as nobody knows", () => {
  const tests = ["test/e2e/orders/lifetimes.test.ts", "test/e2e/stories/payouts.test.ts"];

  expect(plan(tests, {}, 30).run).toEqual(["test/e2e/stories/payouts.test.ts"]);
});

test.each([
  ["worker/relay/relay.ts", ["test/e2e/sale.test.ts", "test/page/people.test.ts"]],
  ["lwc/stripeFollow/stripeFollow.ts", ["test/page/people.test.ts"]],
  ["worker/relay/relay.test.ts", []],
  ["worker/testing/clock.ts", []],
  ["worker/storage.md", []],
  ["lwc/stripeFollow/__tests__/stripeFollow.test.ts", []],
])("%s is named with the long tests that run it and do not import it", (file, named) => {
  const tests = ["test/e2e/sale.test.ts", "test/page/people.test.ts"];

  expect(select([file], tests, new Map()).long).toEqual(named);
});

test("a component's change goes to Jest", () => {
  expect(select(["lwc/stripeFollow/stripeFollow.html"], [], new Map()).components).toEqual([
    "lwc/stripeFollow/stripeFollow.html",
  ]);
});

test("the nearest tests come first", () => {
  const tests = ["worker/a.test.ts", "worker/b.test.ts", "worker/c.test.ts"];
  const distance = new Map(tests.map((file, index) => [file, 3 - index]));

  expect(select(["worker/x.ts"], tests, distance).unit).toEqual(tests.toReversed());
});

test("as many run as there is time for, and a long one leaves its time to those after it", () => {
  const tests = ["local/near.test.ts", "local/long.test.ts", "local/new.test.ts"];

  const { run, left } = plan(tests, { "local/near.test.ts": 4, "local/long.test.ts": 60 }, 12);

  expect(run).toEqual(["local/near.test.ts", "local/new.test.ts"]);
  expect(left).toEqual(["local/long.test.ts"]);
});

test("to begin with a project takes time too, once", () => {
  const tests = ["worker/a.test.ts", "worker/b.test.ts", "local/c.test.ts"];

  expect(plan(tests, {}, 24).run).toEqual(["worker/a.test.ts", "worker/b.test.ts"]);
  expect(plan(tests, {}, 30).run).toEqual(tests);
  expect(plan(tests, {}, 0)).toEqual({ run: [], left: tests });
});

test("what was not run is told with the command that runs it", () => {
  expect(notRunLines("No time", [])).toEqual([]);
  expect(
    notRunLines("No time", ["test/load/a.test.ts", "test/e2e/b.test.ts", "local/c.test.ts"]),
  ).toEqual([
    "No time: 3",
    "  npx vitest run --project chaos test/load/a.test.ts",
    "  npx vitest run --project e2e test/e2e/b.test.ts",
    "  npx vitest run --project node local/c.test.ts",
  ]);
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
    seconds: 70,
  });
});
