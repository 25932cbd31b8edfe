export declare const cryptoBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
