import type { PrimitiveName } from "../../types/type.ts";
import type { JsonNode, JsonScalar } from "./json-node.ts";
/** What a refusal needs to say where. */
export interface ScalarPlace {
    readonly source: string;
    readonly boundary: number;
}
export declare function deserializePrimitive(node: JsonNode, type: PrimitiveName, place: ScalarPlace): unknown;
/** Null where the text is no such value. */
export declare function primitiveOf(text: string, type: PrimitiveName, node: JsonScalar): unknown;
