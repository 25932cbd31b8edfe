import type { If } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindIf(statement: If, context: BodyContext): BoundStatement;
