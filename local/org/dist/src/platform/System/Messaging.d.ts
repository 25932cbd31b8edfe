export declare const messagingBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
