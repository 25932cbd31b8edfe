export declare const siteBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const networkBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
