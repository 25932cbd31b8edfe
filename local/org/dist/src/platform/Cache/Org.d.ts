export declare const orgCacheBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const sessionCacheBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
