import type { Literal } from "../../syntax/ast.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindLiteral(literal: Literal): BoundExpression;
