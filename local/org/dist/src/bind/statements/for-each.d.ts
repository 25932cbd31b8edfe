import type { ForEach } from "../../syntax/ast.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindForEach(statement: ForEach, context: BodyContext): readonly BoundStatement[];
