import type { ModifierContext } from "@apexdevtools/apex-parser";
import type { Modifiers } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerModifiers(trees: readonly ModifierContext[], report: Report): Modifiers;
/** For places where only `final` may stand: parameters, local variables, catch clauses. */
export declare function lowerIsFinal(trees: readonly ModifierContext[], report: Report): boolean;
