export declare const lockResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const unlockResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const processResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
