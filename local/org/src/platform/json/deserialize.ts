/** JSON.deserialize: a JSON value as a value of an Apex type. Texts of refusals as observed on the platform. */
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexSet } from "../../runtime/set.ts";
import { type RuntimeType, typeName } from "../../runtime/type.ts";
import { platformCatalog } from "../../signatures/catalog.ts";
import { deserializeObject } from "./deserialize-object.ts";
import { deserializeRecord } from "./deserialize-record.ts";
import { deserializeEnum, isEnumType } from "./deserialize-enum.ts";
import { deserializePrimitive } from "./deserialize-primitive.ts";
import { refuseJson } from "./json-error.ts";
import type { JsonEntry, JsonNode } from "./json-node.ts";
import { jsonFormOf } from "./platform-forms.ts";

/** One reading of one text. */
export interface Deserialization {
  readonly source: string;
  /** Fields the type does not have are refused. */
  readonly isStrict: boolean;
}

/** `boundary` is where a refusal of a number or an enum constant points: the comma before it, or its own beginning. */
export function deserialize(
  node: JsonNode,
  type: RuntimeType,
  reading: Deserialization,
  boundary: number = node.offset,
): unknown {
  if (node.kind === "null") return null;
  switch (type.kind) {
    case "primitive":
      return deserializePrimitive(node, type.name, { source: reading.source, boundary });
    case "list":
      return new ApexList(type.element, items(node, type.element, reading));
    case "set":
      return new ApexSet(type.element, items(node, type.element, reading));
    case "map":
      return map(node, type, reading);
    case "sobject":
      return deserializeRecord(node, type.name, reading);
    case "class":
      return isEnumType(type)
        ? deserializeEnum(node, type, { source: reading.source, boundary })
        : deserializeObject(node, type.name, reading);
    case "platform":
      return platformValue(node, type, reading, boundary);
    case "object":
      return unsupported(type);
  }
}

export function unsupported(type: RuntimeType): never {
  return refuseJson(`Apex Type unsupported in JSON: ${typeName(type)}`);
}

/**
 * The platform looks at the first token of a collection before it reads on: text that begins otherwise is refused for that, whatever
 * is wrong further on.
 */
export function refuseOtherOpening(source: string, type: RuntimeType): void {
  const opening = /^\s*(["[{])/.exec(source)?.[1];
  if (opening === undefined) return;
  if ((type.kind === "list" || type.kind === "set") && opening !== "[") refuseNotList();
  if (type.kind === "map" && opening !== "{") refuseNotMap();
}

function refuseNotList(): never {
  return refuseJson("Malformed JSON: Expected '[' at the beginning of List/Set");
}

function refuseNotMap(): never {
  return refuseJson("Malformed JSON: Expected '{' at the beginning of Map");
}

function items(node: JsonNode, element: RuntimeType, reading: Deserialization): unknown[] {
  if (node.kind !== "array") return refuseNotList();
  if (element.kind === "object" && node.items.length > 0) return unsupported(element);
  return node.items.map((item) => deserialize(item, element, reading));
}

function map(
  node: JsonNode,
  type: RuntimeType & { readonly kind: "map" },
  reading: Deserialization,
): ApexMap {
  if (node.kind !== "object") return refuseNotMap();
  if (type.value.kind === "object" && node.entries.length > 0) return unsupported(type.value);
  return new ApexMap(
    type.key,
    type.value,
    node.entries.map(
      (entry) =>
        [mapKey(entry, type.key, reading), deserialize(entry.value, type.value, reading)] as const,
    ),
  );
}

function mapKey(entry: JsonEntry, type: RuntimeType, reading: Deserialization): unknown {
  const node = { kind: "string", text: entry.name, offset: entry.nameOffset } as const;
  return deserialize(node, type, reading, entry.boundary);
}

function platformValue(
  node: JsonNode,
  type: RuntimeType & { readonly kind: "platform" },
  reading: Deserialization,
  boundary: number,
): unknown {
  if (platformCatalog().find(type.name)?.kind === "enum")
    return deserializeEnum(node, type, { source: reading.source, boundary });
  const form = jsonFormOf(type.name);
  return form === undefined ? unsupported(type) : form.read(node, reading);
}
