import type { ValueContext } from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { QueryValue } from "../query.ts";
import { type Report } from "./tree.ts";
export declare function lowerValue(tree: ValueContext, report: Report): QueryValue<Expression>;
