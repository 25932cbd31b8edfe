import { describe, expect, it } from "vitest";
import { parseCommand } from "./request.ts";

const parse = (...argv: string[]): ReturnType<typeof parseCommand> =>
  parseCommand(argv, {}, "/project");

describe("the trigger's command line", () => {
  it("asks for one event of a type by default", () => {
    expect(parse("payment_intent.succeeded")).toEqual({
      kind: "command",
      command: {
        body: { type: "payment_intent.succeeded" },
        timeoutMs: 60_000,
        dataFolder: "/project/.data",
      },
    });
  });

  it.each(["0", "100001"])("makes no %s events at once", (count) => {
    expect(parse("charge.succeeded", "--count", count)).toEqual({
      kind: "refused",
      message: `--count takes 1 to 100000, not ${count}.`,
    });
  });

  it("takes count, amount, currency and version", () => {
    expect(
      parse(
        "charge.succeeded",
        "--count",
        "3",
        "--amount",
        "500",
        "--currency",
        "jpy",
        "--api-version",
        "2024-06-20",
      ),
    ).toMatchObject({
      command: {
        body: {
          type: "charge.succeeded",
          count: 3,
          amount: 500,
          currency: "jpy",
          apiVersion: "2024-06-20",
        },
      },
    });
  });

  it("delivers five copies at once with --duplicate", () => {
    expect(parse("customer.created", "--duplicate")).toMatchObject({
      command: { body: { duplicate: 5 } },
    });
  });

  it("shuffles by the seed given, or draws one that can be given again", () => {
    expect(parse("customer.created", "--shuffle=7")).toMatchObject({
      command: { body: { shuffle: 7 } },
    });
    expect(parse("customer.created", "--shuffle")).toMatchObject({
      command: { body: { shuffle: expect.any(Number) as number } },
    });
  });

  it.each([
    [[], "Which event type?"],
    [["a", "b"], "One event type at a time, not a and b."],
    [["a", "--count", "many"], '--count takes a whole number, not "many".'],
    [["a", "--shuffle=x"], '--shuffle takes a whole number, not "x".'],
  ])("refuses %j with a sentence", (argv, message) => {
    expect(parse(...argv)).toEqual({ kind: "refused", message });
  });

  it("offers help", () => {
    expect(parse("--help")).toEqual({ kind: "help" });
  });
});
