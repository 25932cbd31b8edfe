import type { JsonNode } from "./json-node.ts";
export declare function untypedValue(node: JsonNode, source: string): unknown;
