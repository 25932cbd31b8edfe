import type { Dml } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindDml(statement: Dml, context: BodyContext): BoundStatement;
