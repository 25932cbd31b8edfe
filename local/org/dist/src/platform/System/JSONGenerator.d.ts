export declare class JsonGeneratorValue {
    #private;
    isClosed: boolean;
    constructor(isPretty: boolean);
    get text(): string;
    /** Open containers are closed too. */
    close(): void;
    start(kind: "object" | "array"): void;
    end(kind: "object" | "array"): void;
    fieldName(name: string): void;
    /** Any value as JSON.serialize writes it. */
    value(value: unknown): void;
}
export declare const jsonGeneratorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
