export declare const httpRequestBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
