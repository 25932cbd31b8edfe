export declare const chatterUsersBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
