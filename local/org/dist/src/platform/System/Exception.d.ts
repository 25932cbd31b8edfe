export declare const exceptionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
