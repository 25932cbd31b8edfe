import type { RunAs } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindRunAs(statement: RunAs, context: BodyContext): BoundStatement;
