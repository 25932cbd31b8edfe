export declare class SelectOptionValue {
    value: string;
    label: string;
    isDisabled: boolean;
    isEscaped: boolean;
    constructor(value: string, label: string, isDisabled: boolean);
    toString(): string;
}
export declare const selectOptionBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
