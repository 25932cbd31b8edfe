import type { LocalVariables } from "../../syntax/ast.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
/** The variable is declared after its initialiser is bound, and also when that does not compile. */
export declare function bindLocalVariables(statement: LocalVariables, context: BodyContext): readonly BoundStatement[];
