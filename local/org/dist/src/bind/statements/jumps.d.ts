import type { Break, Continue, Return, Throw } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindReturn(statement: Return, context: BodyContext): BoundStatement;
export declare function bindBreak({ at }: Break, context: BodyContext): BoundStatement;
export declare function bindContinue({ at }: Continue, context: BodyContext): BoundStatement;
export declare function bindThrow(statement: Throw, context: BodyContext): BoundStatement;
