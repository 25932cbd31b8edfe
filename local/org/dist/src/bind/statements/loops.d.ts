import type { DoWhile, For, While } from "../../syntax/ast.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindWhile(statement: While, context: BodyContext): readonly BoundStatement[];
export declare function bindDoWhile(statement: DoWhile, context: BodyContext): BoundStatement;
export declare function bindFor(statement: For, context: BodyContext): BoundStatement;
