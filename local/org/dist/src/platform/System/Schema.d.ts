export declare const schemaBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
