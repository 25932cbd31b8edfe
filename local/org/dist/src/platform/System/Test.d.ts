export declare const testBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
