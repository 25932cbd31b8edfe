export declare const limitsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
