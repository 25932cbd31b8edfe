import { JsonWriter } from "./json-writer.ts";
export interface SerializeOptions {
    readonly isPretty: boolean;
    /** Leaves out fields of project objects that are null; records keep theirs. */
    readonly suppressApexObjectNulls: boolean;
}
export declare function serialize(value: unknown, options: SerializeOptions): string;
/** Writes into a document that somebody else began. */
export declare function serializeInto(writer: JsonWriter, value: unknown): void;
export declare class Serialization {
    #private;
    readonly writer: JsonWriter;
    constructor(writer: JsonWriter, suppressesNulls: boolean);
    value(value: unknown): void;
    array(items: readonly unknown[]): void;
}
