import { describe, expect, it } from "vitest";
import { parseCommand } from "./command.ts";

const parse = (argv: string[], environment: Record<string, string> = {}) =>
  parseCommand(argv, environment, "/project");

describe("the seed's command line", () => {
  it("means the local stack by default", () => {
    expect(parse([])).toEqual({
      kind: "command",
      command: {
        target: { kind: "local", dataFolder: "/project/.data" },
        timeoutMs: 60_000,
        historyMonths: null,
      },
    });
  });

  it("takes an org with the key of a sandbox, and waits longer", () => {
    expect(parse(["--org", "scratch"], { STRIPE_API_KEY: "rk_test_1" })).toMatchObject({
      command: {
        target: { kind: "org", alias: "scratch", stripeKey: "rk_test_1", api: null },
        timeoutMs: 600_000,
      },
    });
  });

  it.each([[{ STRIPE_API_KEY: "" }], [{ STRIPE_API_KEY: "sk_live_1" }]])(
    "refuses an org with %j, which is no key of a sandbox",
    (environment) => {
      expect(parse(["--org", "scratch"], environment)).toMatchObject({
        kind: "refused",
        message: expect.stringMatching(/sandbox/) as string,
      });
    },
  );

  it.each([
    [["--timeout", "soon"], /--timeout takes a whole number/],
    [["--api", "http://127.0.0.1:1"], /--api goes with --org/],
    [["--org", "a", "--data", "b"], /--data is of the local stack/],
    [["--history", "never"], /--history takes 1 to 60 months/],
    [["--history", "18", "--org", "a"], /another/],
    [["--colour"], /Unknown option/],
  ])("refuses %j with a sentence", (argv, message) => {
    expect(parse(argv, { STRIPE_API_KEY: "sk_test_1" })).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(message) as string,
    });
  });

  it("offers help", () => {
    expect(parse(["--help"])).toEqual({ kind: "help" });
  });
});
