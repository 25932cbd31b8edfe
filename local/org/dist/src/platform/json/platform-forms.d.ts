/** Platform types that have a JSON form; every other one is refused. Their modules add themselves. */
import type { Deserialization } from "./deserialize.ts";
import type { JsonNode } from "./json-node.ts";
export interface JsonForm {
    /** The catalog's name. */
    readonly type: string;
    readonly read: (node: JsonNode, reading: Deserialization) => unknown;
    /** The Apex value written in its place, or its fields. */
    readonly write: (value: object) => unknown;
}
/** Fields of a platform value, in the order they are written. */
export declare class JsonFields {
    readonly entries: readonly (readonly [name: string, value: unknown])[];
    constructor(entries: readonly (readonly [name: string, value: unknown])[]);
}
export declare function registerJsonForm(form: JsonForm): void;
export declare function jsonFormOf(typeName: string): JsonForm | undefined;
