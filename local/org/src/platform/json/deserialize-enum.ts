/** A constant of an enum by its name in any case. */
import type { ApexEnum } from "../../runtime/enum.ts";
import { enumsOf } from "../../runtime/enums.ts";
import { transaction } from "../../runtime/transaction.ts";
import { type RuntimeType, typeName } from "../../runtime/type.ts";
import { positionIn, refuseJson } from "./json-error.ts";
import type { JsonNode } from "./json-node.ts";
import type { ScalarPlace } from "./deserialize-primitive.ts";

/** Whether a project type is an enum. */
export function isEnumType(type: RuntimeType): boolean {
  return type.kind === "class" && transaction().classes.find(type.name)?.definition.kind === "enum";
}

export function deserializeEnum(
  node: JsonNode,
  type: RuntimeType,
  { source, boundary }: ScalarPlace,
): ApexEnum {
  if (node.kind === "array" || node.kind === "object")
    return refuseJson("Illegal value for primitive");
  return (
    enumsOf(type).find(node.text) ??
    refuseJson(
      `The type ${typeName(type)} does not have an enum value ${node.text}`,
      positionIn(source, boundary),
    )
  );
}
