export declare const partitionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const orgPartitionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const sessionPartitionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
