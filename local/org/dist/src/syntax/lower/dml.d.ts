import type { StatementContext } from "@apexdevtools/apex-parser";
import type { Dml } from "../ast.ts";
import { type Report } from "./tree.ts";
/** null when the statement is not DML. */
export declare function lowerDml(tree: StatementContext, report: Report): Dml | null;
