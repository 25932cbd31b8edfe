import type { Binary } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
/** Every binary operator but `??`. */
export declare function bindBinary(expression: Binary, context: BodyContext): BoundExpression;
