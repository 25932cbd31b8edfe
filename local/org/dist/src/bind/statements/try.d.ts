import type { Try } from "../../syntax/ast.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindTry(statement: Try, context: BodyContext): BoundStatement;
