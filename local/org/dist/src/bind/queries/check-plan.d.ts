/**
 * What a deploy refuses of a query beyond its names: values and binds of another kind than the field, fields that cannot be filtered,
 * sorted or grouped. The plan that would run it says so; it is made over an org without rows, with a value of each bind's type.
 */
import type { Schema } from "../../schema/schema.ts";
import type { Position } from "../../syntax/ast.ts";
import type { Query } from "../../syntax/query.ts";
import type { BoundExpression } from "../bound.ts";
export declare function checkPlan(query: Query<number>, binds: readonly BoundExpression[], at: Position, schema: Schema): void;
