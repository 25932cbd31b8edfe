export declare const stringFormsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
