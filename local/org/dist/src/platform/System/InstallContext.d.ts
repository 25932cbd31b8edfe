export declare const installContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const uninstallContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
