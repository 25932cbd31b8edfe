export declare class UuidValue {
    readonly text: string;
    constructor(text: string);
    get $identity(): string;
    toString(): string;
}
export declare const uuidBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
