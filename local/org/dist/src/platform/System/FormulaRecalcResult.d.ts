export declare const formulaRecalcResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const formulaRecalcFieldErrorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
