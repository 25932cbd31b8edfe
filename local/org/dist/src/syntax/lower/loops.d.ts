import type { DoWhileStatementContext, ForStatementContext, WhileStatementContext } from "@apexdevtools/apex-parser";
import type { DoWhile, For, ForEach, While } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerWhile(tree: WhileStatementContext, report: Report): While;
export declare function lowerDoWhile(tree: DoWhileStatementContext, report: Report): DoWhile;
export declare function lowerFor(tree: ForStatementContext, report: Report): For | ForEach;
