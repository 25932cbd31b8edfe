import { describe, expect, test } from "vitest";
import { parseCommand } from "./command.ts";

function action(...argv: string[]): unknown {
  const parsed = parseCommand(argv);
  return parsed.kind === "command" ? parsed.action : parsed;
}

describe("the command line", () => {
  test.each([
    [["list"], { kind: "list" }],
    [["show", "evt_1"], { kind: "show", id: "evt_1" }],
    [
      ["redrive", "evt_1", "evt_2"],
      { kind: "redrive", selection: { kind: "ids", ids: ["evt_1", "evt_2"] }, waitSeconds: 10 },
    ],
    [["redrive", "--all"], { kind: "redrive", selection: { kind: "all" }, waitSeconds: 10 }],
    [
      ["redrive", "--reason", "STRING_TOO_LONG"],
      { kind: "redrive", selection: { kind: "reason", code: "STRING_TOO_LONG" }, waitSeconds: 10 },
    ],
    [["purge"], { kind: "purge", confirmed: false }],
    [["purge", "-y"], { kind: "purge", confirmed: true }],
    [["list", "--help"], { kind: "help" }],
  ])("%j is understood", (argv, meant) => {
    expect(action(...argv)).toEqual(meant);
  });

  test.each([
    [[], "What to do"],
    [["empty"], 'There is no "empty"'],
    [["list", "evt_1"], "list takes no event id"],
    [["show"], "Which event?"],
    [["show", "evt_1", "evt_2"], "one event id"],
    [["redrive"], "Which events?"],
    [["redrive", "evt_1", "--all"], "Either event ids"],
    [["purge", "evt_1"], "takes no event id"],
    [["purge", "--all"], "go with redrive"],
    [["list", "--queue-url", "https://x"], "go with --env or --aws"],
    [["list", "--env", "moon"], "staging or production"],
    [["list", "--quickly"], "--quickly"],
  ])("%j is refused with a reason", (argv, message) => {
    expect(parseCommand(argv)).toEqual({
      kind: "refused",
      message: expect.stringContaining(message) as unknown,
    });
  });

  test("looks at the environment that is named", () => {
    expect(parseCommand(["list", "--env", "production"])).toMatchObject({
      target: { kind: "aws", environment: "production" },
    });
  });

  test("looks at the local stack unless told otherwise", () => {
    expect(parseCommand(["list", "--data", "elsewhere"])).toMatchObject({
      target: { kind: "local", dataFolder: "elsewhere" },
    });
    expect(parseCommand(["list", "--aws", "--queue-url", "https://q"])).toMatchObject({
      target: { kind: "aws", environment: undefined, queueUrl: "https://q", workerUrl: undefined },
    });
  });
});
