/** A constant of an enum by its name in any case. */
import type { ApexEnum } from "../../runtime/enum.ts";
import { type RuntimeType } from "../../runtime/type.ts";
import type { JsonNode } from "./json-node.ts";
import type { ScalarPlace } from "./deserialize-primitive.ts";
/** Whether a project type is an enum. */
export declare function isEnumType(type: RuntimeType): boolean;
export declare function deserializeEnum(node: JsonNode, type: RuntimeType, { source, boundary }: ScalarPlace): ApexEnum;
