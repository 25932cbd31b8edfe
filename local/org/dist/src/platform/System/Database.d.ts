export declare const databaseBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const queryLocatorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const queryLocatorIteratorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
