export declare const enumBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
