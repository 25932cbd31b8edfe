export declare const mathBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
