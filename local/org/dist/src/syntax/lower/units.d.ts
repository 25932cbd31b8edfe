import type { AnonymousUnitContext, CompilationUnitContext, TriggerUnitContext } from "@apexdevtools/apex-parser";
import type { AnonymousUnit, ClassUnit, TriggerUnit } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerClassUnit(tree: CompilationUnitContext, report: Report): ClassUnit;
export declare function lowerTriggerUnit(tree: TriggerUnitContext, report: Report): TriggerUnit;
export declare function lowerAnonymousUnit(tree: AnonymousUnitContext, report: Report): AnonymousUnit;
