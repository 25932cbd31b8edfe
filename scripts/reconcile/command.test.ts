import { describe, expect, test } from "vitest";
import { parseCommand } from "./command.ts";

const parse = (...argv: string[]) => parseCommand(argv, {}, "/project");

describe("the reconcile command line", () => {
  test("only compares, unless it is told otherwise", () => {
    expect(parse()).toEqual({
      kind: "command",
      command: {
        source: { kind: "local", dataFolder: "/project/.data" },
        run: { kind: "Range", isDry: true, types: [], from: undefined, to: undefined },
      },
    });
  });

  test("takes types, a time and an org", () => {
    expect(
      parse("--repair", "--types", "invoices,refunds", "--from", "2026-01-01", "--org", "prod"),
    ).toMatchObject({
      command: {
        source: { kind: "org", alias: "prod" },
        run: { isDry: false, types: ["invoices", "refunds"], from: new Date("2026-01-01") },
      },
    });
  });

  test("imports everything", () => {
    expect(parse("--import")).toMatchObject({
      command: { run: { kind: "Import", isDry: false } },
    });
  });

  test("takes a further account in one of its modes", () => {
    expect(parse("--account", "acct_2")).toMatchObject({
      command: { run: { account: { id: "acct_2", livemode: false } } },
    });
    expect(parse("--import", "--account", "acct_2", "--mode", "live")).toMatchObject({
      command: { run: { account: { id: "acct_2", livemode: true } } },
    });
  });

  test("goes on with a run by its name", () => {
    expect(parse("--resume", "SR-000012")).toMatchObject({
      command: { run: { kind: "resume", name: "SR-000012" } },
    });
  });

  test.each([
    [["--dry", "--repair"], /choose one/],
    [["--import", "--live"], /what is alive/],
    [["--types", "cats"], /No such types: cats/],
    [["--from", "yesterday"], /take a day as/],
    [["--from", "2026-13-01"], /take a day as/],
    [["--from", "2026-02-01", "--to", "2026-01-01"], /--from has to be before --to/],
    [["--resume", "SR-000012", "--dry"], /as it was begun/],
    [["--org", "a", "--data", "b"], /--data is of the local stack/],
    [["--account", "second"], /is no Stripe account/],
    [["--mode", "live"], /--mode belongs to --account/],
    [["--account", "acct_2", "--mode", "real"], /live or test/],
    [["--resume", "SR-000012", "--account", "acct_2"], /as it was begun/],
    [["--colour"], /Unknown option/],
    [["cats"], /Unexpected argument/],
  ])("refuses %j with a sentence", (argv, message) => {
    expect(parse(...argv)).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(message) as string,
    });
  });
});
