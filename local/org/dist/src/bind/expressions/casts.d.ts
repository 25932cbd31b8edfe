import type { Cast, ClassLiteral, InstanceOf } from "../../syntax/ast.ts";
import type { Type } from "../../types/type.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindCast(expression: Cast, context: BodyContext): BoundExpression;
export declare function bindInstanceOf(expression: InstanceOf, context: BodyContext): BoundExpression;
export declare function bindClassLiteral(expression: ClassLiteral, context: BodyContext): BoundExpression;
/** Notes every class of the project that a written type contains. */
export declare function mentionType(type: Type, context: BodyContext): void;
