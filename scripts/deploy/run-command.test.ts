import { describe, expect, it } from "vitest";
import { complaintOf, runCommand } from "./run-command.ts";

describe("runCommand", () => {
  it("hands over input and environment, and tells exit code and output", async () => {
    const code =
      "process.stdin.on('data', (text) => process.stdout.write(`${text}${process.env.MORE}`)).on('end', () => process.exit(3))";

    const result = await runCommand(process.execPath, ["-e", code], {
      input: "in ",
      env: { MORE: "more" },
    });

    expect(result).toEqual({ exitCode: 3, stdout: "in more", stderr: "" });
  });

  it("tells a program that is not there from one that fails", async () => {
    const result = await runCommand("no-such-program-here", []);

    expect(result.exitCode).toBe(127);
    expect(result.stderr).toBe("no-such-program-here is not installed.");
  });

  it("finds the project's own wrangler and sf", async () => {
    const result = await runCommand("wrangler", ["--version"]);

    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(/\d+\.\d+\.\d+/);
  }, 30_000);
});

describe("complaintOf", () => {
  it("is the last line that says anything", () => {
    const result = { exitCode: 1, stdout: "working\n", stderr: "\n  it broke  \n\n" };

    expect(complaintOf(result)).toBe("it broke");
  });

  it("is the exit code of a program that said nothing", () => {
    expect(complaintOf({ exitCode: 9, stdout: "", stderr: "" })).toBe("exit code 9");
  });
});
