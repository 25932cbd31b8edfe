export declare const idBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
