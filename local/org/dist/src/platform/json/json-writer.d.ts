/** Writes JSON as the platform prints it, dense or pretty. */
export declare function quoted(text: string): string;
interface OpenContainer {
    readonly kind: "object" | "array";
    size: number;
    /** A field name stands and its value does not. */
    isFieldOpen: boolean;
}
/** The caller keeps the grammar; see JSONGenerator, which checks it. */
export declare class JsonWriter {
    #private;
    readonly isPretty: boolean;
    constructor(isPretty: boolean);
    get text(): string;
    get container(): OpenContainer | undefined;
    start(kind: "object" | "array"): void;
    end(): void;
    fieldName(name: string): void;
    string(text: string): void;
    /** A number or a word. */
    raw(text: string): void;
}
export {};
