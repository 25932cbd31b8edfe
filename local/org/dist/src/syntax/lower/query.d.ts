import type { LimitClauseContext, OffsetClauseContext, QueryContext, SubQueryContext, UpdateListContext } from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { Query, QueryValue } from "../query.ts";
import { type Report } from "./tree.ts";
export declare function lowerQuery(tree: QueryContext, report: Report): Query<Expression>;
export declare function lowerSubquery(tree: SubQueryContext, report: Report): Query<Expression>;
export declare function lowerRowCount(tree: LimitClauseContext | OffsetClauseContext, report: Report): QueryValue<Expression>;
export declare function lowerUpdates(tree: UpdateListContext | null): readonly string[];
