export declare const jsonBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
