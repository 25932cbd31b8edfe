export declare const apexPagesBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const systemPageBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const testPageBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
