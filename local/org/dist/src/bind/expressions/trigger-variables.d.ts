import type { Position } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
/** `Trigger.new`: records of the trigger's object inside the trigger, plain SObjects in a class. */
export declare function triggerVariable(path: readonly string[], at: Position, context: BodyContext): BoundExpression | null;
