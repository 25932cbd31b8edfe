export declare const listBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const setBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const mapBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
