export declare const datetimeBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const timeBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
