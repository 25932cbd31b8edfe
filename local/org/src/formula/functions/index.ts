/** Every function of the formula language that this org has. */
import { DATES } from "./dates.ts";
import type { FormulaFunction } from "./function.ts";
import { LOGIC } from "./logic.ts";
import { MATH } from "./math.ts";
import { MARKUP, TEXTS } from "./text.ts";

const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [LOGIC, MATH, DATES, TEXTS, MARKUP].flatMap((group) => Object.entries(group)),
);

export function formulaFunction(name: string): FormulaFunction | undefined {
  return FUNCTIONS.get(name);
}
