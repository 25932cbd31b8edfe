import { getPriority, tmpdir } from "node:os";
import { expect, test } from "vitest";
import { patient, vitestSuite, type Suite } from "./run-suite.ts";
import { runTimed } from "./timed.ts";

const TELL = "console.log(require('node:os').getPriority())";

test.runIf(process.platform !== "win32")(
  "a patient suite runs as it is, and gives way to others",
  async () => {
    const suite: Suite = {
      ...vitestSuite("unit tests"),
      commandLine: () => [process.execPath, "-e", TELL],
    };
    const said: string[] = [];

    const { exitCode } = await runTimed(
      tmpdir(),
      patient(suite).commandLine("results.json"),
      (chunk) => said.push(chunk.toString()),
    );

    expect(exitCode).toBe(0);
    expect(Number(said.join(""))).toBe(Math.min(getPriority() + 5, 19));
  },
);
