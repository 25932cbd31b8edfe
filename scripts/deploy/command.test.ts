import { describe, expect, it } from "vitest";
import { parseDeployCommand } from "./command.ts";

describe("the command line of deploy", () => {
  it("deploys the Worker unless told otherwise", () => {
    expect(parseDeployCommand(["staging"])).toEqual({
      kind: "command",
      command: {
        environment: "staging",
        config: null,
        task: { kind: "worker", create: false, secretsFile: null, url: null },
      },
    });
  });

  it.each([
    [[], "staging or production"],
    [["prod"], "staging or production"],
    [["staging", "production"], "staging or production"],
    [["staging", "--check", "--stack"], "choose one"],
    [["staging", "--email", "a@b.c"], "--email belongs to --stack"],
    [["staging", "--url", "relay"], "--url is no URL"],
    [["staging", "--frobnicate"], "frobnicate"],
  ])("refuses %j in one sentence", (argv, sentence) => {
    const parsed = parseDeployCommand(argv);

    expect(parsed.kind).toBe("refused");
    expect(parsed.kind === "refused" && parsed.message).toContain(sentence);
  });
});
