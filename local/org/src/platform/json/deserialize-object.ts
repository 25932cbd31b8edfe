/**
 * A JSON object as an instance of a project class: made without a constructor, its field initialisers run, then its fields set by name
 * in any case; transient fields and properties without a setter are passed over.
 */
import type { ApexObject, ClassDefinition, FieldDefinition } from "../../runtime/object.ts";
import { transaction } from "../../runtime/transaction.ts";
import { deserialize, type Deserialization, unsupported } from "./deserialize.ts";
import { refuseJson } from "./json-error.ts";
import type { JsonNode } from "./json-node.ts";

export function deserializeObject(
  node: JsonNode,
  className: string,
  reading: Deserialization,
): ApexObject {
  if (node.kind !== "object")
    return refuseJson("Malformed JSON: Expected '{' at the beginning of object");
  const object = freshInstance(className);
  const fields = fieldsByName(object.$class);
  const seen = new Set<string>();
  for (const { name, value, boundary } of node.entries) {
    const field = fields.get(name.toLowerCase());
    if (field === undefined) {
      if (reading.isStrict) refuseJson(`Unknown field: ${className}.${name}`);
      continue;
    }
    if (seen.has(field.key)) refuseJson(`Duplicate field: ${className}.${field.name}`);
    seen.add(field.key);
    if (field.isTransient || !field.isWritable) continue;
    Reflect.set(object, field.key, deserialize(value, field.type, reading, boundary));
  }
  return object;
}

export function freshInstance(className: string): ApexObject {
  const found = transaction().classes.find(className);
  if (
    found === undefined ||
    found.constructor_ === null ||
    found.definition.isAbstract ||
    found.definition.kind !== "class"
  )
    return unsupported({ kind: "class", name: className });
  return new found.constructor_().$init();
}

function fromAncestorDown(definition: ClassDefinition): readonly ClassDefinition[] {
  return definition.superclass === null
    ? [definition]
    : [...fromAncestorDown(definition.superclass), definition];
}

const byClass = new WeakMap<ClassDefinition, ReadonlyMap<string, FieldDefinition>>();

export function fieldsByName(definition: ClassDefinition): ReadonlyMap<string, FieldDefinition> {
  let fields = byClass.get(definition);
  if (fields === undefined) {
    fields = new Map(
      fromAncestorDown(definition).flatMap((of) =>
        of.fields.map((field) => [field.name.toLowerCase(), field] as const),
      ),
    );
    byClass.set(definition, fields);
  }
  return fields;
}
