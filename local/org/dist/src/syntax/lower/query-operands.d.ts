/** Fields and functions, wherever a query names them. */
import type { FieldNameContext, FieldNameListContext, FieldOrderListContext, SoqlFunctionContext } from "@apexdevtools/apex-parser";
import type { FunctionItem, OrderBy, QueryOperand, SelectItem } from "../query.ts";
import { type Report } from "./tree.ts";
export declare function lowerPath(tree: FieldNameContext, report: Report): readonly string[];
export declare function lowerPaths(tree: FieldNameListContext, report: Report): readonly (readonly string[])[];
export declare function lowerField(tree: FieldNameContext, report: Report): QueryOperand;
/** FIELDS(ALL) and its like; null for every other function. */
export declare function lowerAllFields(tree: SoqlFunctionContext): Extract<SelectItem<never>, {
    kind: "fields";
}> | null;
export declare function lowerFunction(tree: SoqlFunctionContext, report: Report): Omit<FunctionItem, "alias">;
/** A place that takes a field or a function of one. */
export declare function lowerFieldOrFunction(tree: {
    fieldName(): FieldNameContext;
    soqlFunction(): SoqlFunctionContext;
}, report: Report): QueryOperand;
export declare function lowerOrderBy(tree: FieldOrderListContext, report: Report): readonly OrderBy[];
