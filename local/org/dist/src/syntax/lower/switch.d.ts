import type { SwitchStatementContext } from "@apexdevtools/apex-parser";
import type { Switch } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerSwitch(tree: SwitchStatementContext, report: Report): Switch;
