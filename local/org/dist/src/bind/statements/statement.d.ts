import type { Block, Statement } from "../../syntax/ast.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundBlock, BoundStatement } from "../bound.ts";
/** What does not compile is reported and left out: a unit with errors is never emitted. A gap stays, as a statement that fails. */
export declare function bindStatement(statement: Statement, context: BodyContext): readonly BoundStatement[];
export declare function bindBlock(block: Block, context: BodyContext): BoundBlock;
/** The statements of a body whose scope the caller has made, with its parameters in it. */
export declare function bindStatementsOf(block: Block, context: BodyContext): BoundBlock;
/** The branch of an `if`, the body of a loop: one statement, in a scope of its own. */
export declare function bindBranch(statement: Statement, context: BodyContext): BoundStatement;
