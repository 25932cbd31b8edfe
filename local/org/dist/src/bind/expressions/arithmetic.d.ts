/** Operators whose result has a type of its own: arithmetic, concatenation, bits, points in time. */
import type { Position } from "../../syntax/ast.ts";
import type { BoundExpression } from "../bound.ts";
import type { Numeric } from "../../types/conversion.ts";
export type Operator = "+" | "-" | "*" | "/" | "<<" | ">>" | ">>>" | "&" | "|" | "^";
export declare function bindOperation(operator: Operator, left: BoundExpression, right: BoundExpression, at: Position): BoundExpression;
export declare function promote(operand: BoundExpression, to: Numeric): BoundExpression;
