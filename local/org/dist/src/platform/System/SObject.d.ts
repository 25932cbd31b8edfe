export declare const sobjectBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
