export declare const assertBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
