export declare const dateBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
