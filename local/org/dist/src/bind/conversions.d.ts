import type { Position } from "../syntax/ast.ts";
import { type Purpose } from "../types/assignability.ts";
import type { TypeHierarchy } from "../types/type-hierarchy.ts";
import type { Type } from "../types/type.ts";
import type { BoundExpression } from "./bound.ts";
import type { Conversion } from "../types/conversion.ts";
/** Statically a list, but Apex lets it become one record: `[SELECT …]` and `Database.query(…)`. */
export declare function isQuery(expression: BoundExpression): boolean;
/** The expression as a value of the type, or null when no implicit conversion leads there. */
export declare function convertedTo(expression: BoundExpression, to: Type, hierarchy: TypeHierarchy, purpose: Purpose): BoundExpression | null;
/** The only row of a query, as a record. */
export declare function singleRow(query: BoundExpression, orNull?: boolean): BoundExpression;
/** @throws to the report: "Illegal assignment from String to Integer" */
export declare function assigned(expression: BoundExpression, to: Type, hierarchy: TypeHierarchy, at: Position): BoundExpression;
export declare function withConversion(expression: BoundExpression, conversion: Conversion | null, to: Type): BoundExpression;
