import type { Position } from "../syntax/ast.ts";
import type { Type } from "../types/type.ts";
import type { BodyContext } from "./body-context.ts";
import type { BoundExpression } from "./bound.ts";
/** Reports a member that Salesforce has and this org cannot run yet. */
export declare function checkBehaviour(owner: string, member: string, isStatic: boolean, at: Position, context: BodyContext): void;
/** Stands where something is that this org cannot run yet. */
export declare function gapExpression(at: Position, message: string, type: Type): BoundExpression;
