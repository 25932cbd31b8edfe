import type { CreatorContext } from "@apexdevtools/apex-parser";
import type { Expression, Position } from "../ast.ts";
import { type Report } from "./tree.ts";
/** What follows `new`. `at` is the position of the word itself. */
export declare function lowerCreation(tree: CreatorContext, at: Position, report: Report): Expression;
