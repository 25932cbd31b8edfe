export declare const testStubBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
