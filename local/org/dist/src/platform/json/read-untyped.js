/** JSON.deserializeUntyped: objects as Map<String,Object>, arrays as List<Object>, numbers as Integer, Long or Decimal. */
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { OBJECT, STRING } from "../../runtime/type.js";
import { positionIn, refuseJson } from "./json-error.js";
export function untypedValue(node, source) {
    switch (node.kind) {
        case "object":
            return new ApexMap(STRING, OBJECT, node.entries.map(({ name, value }) => [name, untypedValue(value, source)]));
        case "array":
            return new ApexList(OBJECT, node.items.map((item) => untypedValue(item, source)));
        default:
            return untypedScalar(node, source);
    }
}
function untypedScalar(node, source) {
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
