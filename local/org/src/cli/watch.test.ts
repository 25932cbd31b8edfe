import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { sfdxProject, writeProject } from "../schema/fixture/project.ts";
import { main } from "./main.ts";

const PRICE = "public class Price { public static Integer of(Integer n) { return n * 2; } }";
const files = writeProject(
  sfdxProject({
    "classes/Price.cls": PRICE,
    "classes/PriceTest.cls":
      "@IsTest private class PriceTest { @IsTest static void twice() { Assert.areEqual(6, Price.of(3)); } }",
    "classes/OtherTest.cls": "@IsTest private class OtherTest { @IsTest static void it() { } }",
  }),
);
/** A busy machine takes long to start: how long is no subject of this test. */
const PATIENCE_MS = 100_000;
const BIN = path.join(import.meta.dirname, "../../bin/org.ts");
let child: ChildProcess | null = null;
afterAll(() => {
  child?.kill("SIGKILL");
  files.remove();
});

test(
  "org test --watch runs what an edit reaches, all on Enter, and ends on q",
  async () => {
    const running = spawn(process.execPath, [
      BIN,
      ...["test", "--watch", "--no-cache", "--project", files.path],
    ]);
    child = running;
    let out = "";
    running.stdout.on("data", (chunk) => (out += String(chunk)));
    const says = async (text: string): Promise<void> => {
      await vi.waitFor(() => expect(out).toContain(text), { timeout: PATIENCE_MS });
      out = out.slice(out.indexOf(text) + text.length);
    };
    const save = (text: string): void =>
      writeFileSync(path.join(files.path, "force-app/main/default/classes/Price.cls"), text);

    await says("2 passed, 0 failed in 2 of 2 test classes");
    await says("q ends");
    save(PRICE.replace("* 2", "* 3"));
    await says("── Price.cls");
    await says(
      "PriceTest.twice  Fail  System.AssertException: Assertion Failed: Expected: 6, Actual: 9",
    );
    await says("0 passed, 1 failed in 1 of 2 test classes");
    await says("Failing: PriceTest");
    await says("q ends");
    save(PRICE.replace("* 2", "* 'x'"));
    await says("Price.cls:1:");
    await says("The tests wait until it compiles");
    save(PRICE);
    await says("1 passed, 0 failed in 1 of 2 test classes");
    await says("q ends");
    running.stdin.write("\n");
    await says("2 passed, 0 failed in 2 of 2 test classes");
    await says("q ends");
    running.stdin.write("f\n");
    await says("No test fails.");
    running.stdin.write("q\n");
    const [code] = (await once(running, "exit")) as [number | null];
    expect(code).toBe(0);
  },
  2 * PATIENCE_MS,
);

test.each([
  [["--lcov", "x"], "--watch writes no file: --lcov"],
  [["--inspect"], "--watch and --inspect do not go together"],
  [["--class", "NoTest"], "There is no test class NoTest"],
])("org test --watch refuses %j", async (given, words) => {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(await main(["test", "--watch", "--project", files.path, "--no-cache", ...given])).toBe(2);
  expect(error.mock.calls.flat().join("\n")).toContain(words);
  error.mockRestore();
  log.mockRestore();
});
