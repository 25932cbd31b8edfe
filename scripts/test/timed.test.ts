import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { cpuSecondsIn, runTimed } from "./timed.ts";

const BUSY =
  "const end = Date.now() + 300; while (Date.now() < end); console.log('busy'); process.exit(3)";

test("a command is heard, ends with its own code, and its processor time is counted", async () => {
  const said: string[] = [];

  const { exitCode, cpuSeconds } = await runTimed(
    tmpdir(),
    [process.execPath, "-e", BUSY],
    (chunk) => said.push(chunk.toString()),
  );

  expect(said.join("")).toBe("busy\n");
  expect(exitCode).toBe(3);
  expect(cpuSeconds).toBeGreaterThan(0);
});

test("a command there is not fails", async () => {
  const { exitCode } = await runTimed(tmpdir(), ["no-such-command"], () => undefined);

  expect(exitCode).toBe(127);
});

test("minutes count, the shell's own time does not", () => {
  expect(cpuSecondsIn("9m0.00s 9m0.01s\n1m2.50s 0m3.25s\n")).toBe(65.75);
  expect(cpuSecondsIn("")).toBe(0);
});
