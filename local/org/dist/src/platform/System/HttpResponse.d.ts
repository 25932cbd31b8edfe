export declare const httpResponseBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
