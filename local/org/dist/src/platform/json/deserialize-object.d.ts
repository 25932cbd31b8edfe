/**
 * A JSON object as an instance of a project class: made without a constructor, its field initialisers run, then its fields set by name
 * in any case; transient fields and properties without a setter are passed over.
 */
import type { ApexObject } from "../../runtime/object.ts";
import { type Deserialization } from "./deserialize.ts";
import type { JsonNode } from "./json-node.ts";
export declare function deserializeObject(node: JsonNode, className: string, reading: Deserialization): ApexObject;
