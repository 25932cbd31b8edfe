import { type RuntimeType } from "../../runtime/type.ts";
import type { JsonNode } from "./json-node.ts";
/** One reading of one text. */
export interface Deserialization {
    readonly source: string;
    /** Fields the type does not have are refused. */
    readonly isStrict: boolean;
}
/** `boundary` is where a refusal of a number or an enum constant points: the comma before it, or its own beginning. */
export declare function deserialize(node: JsonNode, type: RuntimeType, reading: Deserialization, boundary?: number): unknown;
export declare function unsupported(type: RuntimeType): never;
/**
 * The platform looks at the first token of a collection before it reads on: text that begins otherwise is refused for that, whatever
 * is wrong further on.
 */
export declare function refuseOtherOpening(source: string, type: RuntimeType): void;
