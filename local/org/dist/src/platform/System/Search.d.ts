export declare const searchBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
