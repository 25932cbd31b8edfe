import { describe, expect, test } from "vitest";
import { parseCommand } from "./command.ts";

const parse = (...argv: string[]) =>
  parseCommand(argv, {}, "/project", new Date("2026-01-15T10:00:00Z"));

describe("the finance command line", () => {
  test("means the last month that is over, of the local stack", () => {
    expect(parse("export")).toMatchObject({
      command: {
        source: { kind: "local", dataFolder: "/project/.data" },
        month: { name: "2025-12", first: "2025-12-01", last: "2025-12-31", next: "2026-01-01" },
        folder: expect.stringMatching(/finance-2025-12$/) as string,
      },
    });
  });

  test("takes an org, a month and a folder", () => {
    expect(parse("export", "--org", "prod", "--month", "2024-02", "--out", "/tmp/x")).toMatchObject(
      {
        command: {
          source: { kind: "org", alias: "prod" },
          month: { last: "2024-02-29" },
          folder: "/tmp/x",
        },
      },
    );
  });

  test.each([
    [["export", "--month", "2026-13"], /takes a month as 2026-03/],
    [["export", "--month", "March"], /takes a month as 2026-03/],
    [["export", "--org", "a", "--data", "b"], /--data is of the local stack/],
    [["import"], /one thing to do/],
    [[], /one thing to do/],
    [["export", "--colour"], /Unknown option/],
  ])("refuses %j with a sentence", (argv, message) => {
    expect(parse(...argv)).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(message) as string,
    });
  });

  test("offers help", () => {
    expect(parse("--help")).toEqual({ kind: "help" });
  });
});
