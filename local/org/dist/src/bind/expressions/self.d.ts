import type { This } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindThis({ at }: This, context: BodyContext): BoundExpression;
