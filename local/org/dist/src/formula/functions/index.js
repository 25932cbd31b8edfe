/** Every function of the formula language that this org has. */
import { DATES } from "./dates.js";
import { LOGIC } from "./logic.js";
import { MATH } from "./math.js";
import { MARKUP, TEXTS } from "./text.js";
const FUNCTIONS = new Map([LOGIC, MATH, DATES, TEXTS, MARKUP].flatMap((group) => Object.entries(group)));
export function formulaFunction(name) {
    return FUNCTIONS.get(name);
}
