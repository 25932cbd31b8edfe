/** FormulaEval.FormulaBuilder and System.Formula.builder. Source: Apex Reference, "FormulaEval Namespace". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { type RuntimeType } from "../../runtime/type.ts";
export declare class FormulaBuilderValue {
    formula: string | null;
    contextType: RuntimeType | null;
    returnType: ApexEnum | null;
    isTemplate: boolean;
    blankAsZero: boolean;
    /** Lower-cased names of the `$` globals it may use. */
    globals: ReadonlySet<string>;
}
export declare const formulaBuilderBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const formulaBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
