export declare const domainCreatorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
