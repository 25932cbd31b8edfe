import type { JsonTokenAt } from "./json-token.ts";
/** Where tokens come from; null at the end. */
export interface JsonTokens {
    readonly text: string;
    next(): JsonTokenAt | null;
}
export interface JsonScalar {
    readonly kind: "string" | "integer" | "float" | "boolean" | "null";
    /** As the token has it. */
    readonly text: string;
    readonly offset: number;
}
export interface JsonEntry {
    readonly name: string;
    readonly value: JsonNode;
    readonly nameOffset: number;
    /** The comma before the name, or the name where it is the first. */
    readonly boundary: number;
}
export type JsonNode = JsonScalar | {
    readonly kind: "array";
    readonly items: readonly JsonNode[];
    readonly offset: number;
} | {
    readonly kind: "object";
    readonly entries: readonly JsonEntry[];
    readonly offset: number;
};
/** The value that begins with the given token. */
export declare function readNode(token: JsonTokenAt, tokens: JsonTokens): JsonNode;
export declare function readDocument(tokens: JsonTokens): JsonNode;
