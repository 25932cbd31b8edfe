export declare const changeEventHeaderBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
