export declare const labelBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
