export declare const locationBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
