/** For tests, a process of its own: parses every second of the small classes, those that `argv` says, and prints the trees and what it learned. */
import { SMALL_CLASSES } from "../fixture/small-constructs.ts";
import { parseClass } from "../parse.ts";
import { keepPredictions, statesLearned } from "../tokens.ts";

const remainder = Number(process.argv[2]);
const texts = SMALL_CLASSES.filter((_, index) => index % 2 === remainder);
const parsed = texts.map((text, index) => parseClass(`${index}.cls`, text));
const fresh = statesLearned();
keepPredictions();
console.log(JSON.stringify({ parsed, fresh }));
