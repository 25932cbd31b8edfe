export declare class HttpValue {
    toString(): string;
}
export declare const httpBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
