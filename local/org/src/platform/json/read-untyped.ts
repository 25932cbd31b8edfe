/** JSON.deserializeUntyped: objects as Map<String,Object>, arrays as List<Object>, numbers as Integer, Long or Decimal. */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { OBJECT, STRING } from "../../runtime/type.ts";
import { positionIn, refuseJson } from "./json-error.ts";
import type { JsonNode, JsonScalar } from "./json-node.ts";

export function untypedValue(node: JsonNode, source: string): unknown {
  switch (node.kind) {
    case "object":
      return new ApexMap(
        STRING,
        OBJECT,
        node.entries.map(({ name, value }) => [name, untypedValue(value, source)] as const),
      );
    case "array":
      return new ApexList(
        OBJECT,
        node.items.map((item) => untypedValue(item, source)),
      );
    default:
      return untypedScalar(node, source);
  }
}

function untypedScalar(node: JsonScalar, source: string): unknown {
  switch (node.kind) {
    case "string":
      return node.text;
    case "boolean":
      return node.text === "true";
    case "null":
      return null;
    case "float":
      return ApexDecimal.parse(node.text);
    case "integer": {
      const value = BigInt(node.text);
      if (value !== BigInt.asIntN(64, value))
        refuseJson(`For input string: "${node.text}"`, positionIn(source, node.offset));
      return value === BigInt.asIntN(32, value) ? Number(value) : value;
    }
  }
}
