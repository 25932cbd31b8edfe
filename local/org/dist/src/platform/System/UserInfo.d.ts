export declare const userInfoBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const featureManagementBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
