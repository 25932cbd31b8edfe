import { type RuntimeType } from "../../runtime/type.ts";
export interface BuiltFormula {
    readonly formula: string;
    readonly contextType: RuntimeType;
    /** A constant of FormulaEval.FormulaReturnType. */
    readonly returnType: string;
    readonly blankAsZero: boolean;
    readonly identifiers: ReadonlySet<string>;
}
export declare class FormulaInstanceValue {
    readonly built: BuiltFormula;
    constructor(built: BuiltFormula);
}
export declare const formulaInstanceBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
