import { SObjectValue } from "../../runtime/sobject.ts";
import type { Deserialization } from "./deserialize.ts";
import type { JsonNode } from "./json-node.ts";
/** `objectName` may be SObject: then the JSON's own attributes say which object it is. */
export declare function deserializeRecord(node: JsonNode, objectName: string, reading: Deserialization): SObjectValue;
