export declare const patternBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
