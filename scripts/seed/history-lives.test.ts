import { expect, test } from "vitest";
import { monthEnds } from "./history.ts";
import { lifeOf } from "./history-lives.ts";

const PRICES = ["basic_monthly", "business_monthly"];

test("a life is the same each time, and begins with a subscription", () => {
  for (let index = 0; index < 12; index += 1) {
    const life = lifeOf(index, 18, PRICES);
    expect(life).toEqual(lifeOf(index, 18, PRICES));
    expect(life.turns).toHaveLength(18);
    expect(life.turns.find((turn) => turn !== undefined)?.kind).toBe("subscribe");
  }
});

test("of twelve lives some grow, some fail, some leave", () => {
  const kinds = new Set(
    Array.from({ length: 12 }, (_, index) => lifeOf(index, 18, PRICES))
      .flatMap(({ turns }) => turns)
      .map((turn) => turn?.kind),
  );
  for (const kind of ["quantity", "decline", "mend", "cancel"]) expect(kinds).toContain(kind);
});

test("months end on their last days, the latest before the present one", () => {
  expect(monthEnds(new Date("2026-03-15T00:00:00Z"), 3)).toEqual([
    "2025-12-31",
    "2026-01-31",
    "2026-02-28",
  ]);
});
