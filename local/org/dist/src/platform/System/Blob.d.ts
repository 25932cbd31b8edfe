export declare const blobBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
