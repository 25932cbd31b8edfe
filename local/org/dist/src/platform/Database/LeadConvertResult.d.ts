export declare const leadConvertResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
