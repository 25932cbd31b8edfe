/** SOSL. */
import type { SoslLiteralAltContext, SoslLiteralContext } from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { SoslQuery } from "../query.ts";
import { type Report } from "./tree.ts";
export declare function lowerSearch(tree: SoslLiteralContext, report: Report): SoslQuery<Expression>;
/** The form of the API, with the term in braces. */
export declare function lowerBracedSearch(tree: SoslLiteralAltContext, report: Report): SoslQuery<Expression>;
