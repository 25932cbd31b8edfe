import type { Switch } from "../../syntax/ast.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
export declare function bindSwitch(statement: Switch, context: BodyContext): BoundStatement;
