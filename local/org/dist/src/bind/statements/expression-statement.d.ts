import type { ExpressionStatement } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindExpressionStatement({ expression, at }: ExpressionStatement, context: BodyContext): BoundStatement;
