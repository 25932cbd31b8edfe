/**
 * A JSON object as a record. Fields and relationships by name in any case; what the object does not have is passed over, or refused
 * when reading is strict. Texts of refusals as observed on the platform.
 */
import { JSON_KINDS } from "../../schema/json-kinds.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexList } from "../../runtime/list.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import { sobjectType } from "../../runtime/type.ts";
import type {
  ChildRelationship,
  FieldApexType,
  FieldDescribe,
  SObjectDescribe,
} from "../../schema/schema.ts";
import type { PrimitiveName } from "../../types/type.ts";
import { aggregateResultDescribe } from "../../soql/query-column.ts";
import { addressOf, locationOf } from "./compound-fields.ts";
import type { Deserialization } from "./deserialize.ts";
import { positionIn, refuseJson } from "./json-error.ts";
import { primitiveOf } from "./deserialize-primitive.ts";
import type { JsonEntry, JsonNode } from "./json-node.ts";

/** `objectName` may be SObject: then the JSON's own attributes say which object it is. */
export function deserializeRecord(
  node: JsonNode,
  objectName: string,
  reading: Deserialization,
): SObjectValue {
  if (node.kind !== "object")
    return refuseJson("Malformed JSON: Expected '{' at the beginning of object");
  const describe = describeOf(objectName === "SObject" ? statedType(node.entries) : objectName);
  const record = new SObjectValue(describe);
  for (const entry of node.entries)
    if (entry.name !== "attributes") readEntry(entry, record, reading);
  return record;
}

function describeOf(name: string | null): SObjectDescribe {
  // The only way for a test to make one. Of what it holds just an Id is read, as soql-lib's suite shows.
  if (name === "AggregateResult") return aggregateResultDescribe(["Id"]);
  const describe = name === null ? undefined : transaction().host.schema.object(name);
  return (
    describe ??
    refuseJson(
      name === null
        ? "Nested object for polymorphic foreign key must have an attributes field before any other fields."
        : `Invalid sObject type: ${name}`,
    )
  );
}

function statedType(entries: readonly JsonEntry[]): string | null {
  const attributes = entries.find(({ name }) => name === "attributes")?.value;
  if (attributes?.kind !== "object") return null;
  const type = attributes.entries.find(({ name }) => name === "type")?.value;
  return type?.kind === "string" ? type.text : null;
}

function readEntry(entry: JsonEntry, record: SObjectValue, reading: Deserialization): void {
  const { describe } = record;
  const key = entry.name.toLowerCase();
  const field = describe.fields.get(key);
  if (field !== undefined) {
    record.values.set(field.name, fieldValue(entry, field, reading));
    return;
  }
  const parent = describe.parentRelationships.get(key);
  if (parent !== undefined) {
    readParent(entry, parent, record, reading);
    return;
  }
  const child = describe.childRelationships.get(key);
  if (child !== undefined) readChildren(entry, child, record, reading);
  else if (reading.isStrict)
    refuseJson(`No such column '${entry.name}' on sobject of type ${describe.name}`);
}

function readParent(
  { value, name }: JsonEntry,
  lookup: FieldDescribe,
  record: SObjectValue,
  reading: Deserialization,
): void {
  const relationship = lookup.relationshipName ?? name;
  if (value.kind === "null") {
    record.parents.set(relationship, null);
    return;
  }
  if (value.kind !== "object")
    refuseJson(`The value provided for foreign key reference ${name} is not a nested SObject`);
  const [only, ...others] = lookup.referenceTo;
  const target = statedType(value.entries) ?? (others.length === 0 ? only : undefined);
  record.parents.set(relationship, deserializeRecord(value, target ?? "SObject", reading));
}

/** `{"totalSize":1,"done":true,"records":[…]}`. */
function readChildren(
  { value, name }: JsonEntry,
  relationship: ChildRelationship,
  record: SObjectValue,
  reading: Deserialization,
): void {
  if (value.kind === "null") return;
  if (value.kind !== "object") refuseJson("QueryResult must start with '{'");
  const records = value.entries.find((entry) => entry.name === "records")?.value;
  const rows =
    records?.kind === "array"
      ? records.items.map((item) => deserializeRecord(item, relationship.childObject, reading))
      : [];
  record.children.set(
    relationship.relationshipName ?? name,
    new ApexList(sobjectType(relationship.childObject), rows),
  );
}

function fieldValue(
  { value, nameOffset }: JsonEntry,
  field: FieldDescribe,
  { source }: Deserialization,
): unknown {
  const kind = JSON_KINDS[field.apexType];
  switch (value.kind) {
    case "null":
      return null;
    case "object":
      if (field.apexType === "Address") return addressOf(value.entries);
      if (field.apexType === "Location") return locationOf(value.entries);
      return refuseJson(
        `Cannot deserialize instance of ${kind} from START_OBJECT value { or request may be missing a required field`,
        positionIn(source, nameOffset),
      );
    case "array":
      return refuseJson(
        `Cannot deserialize instance of ${kind} from START_ARRAY value [ or request may be missing a required field`,
        positionIn(source, nameOffset),
      );
    default: {
      if (value.kind === "string" && value.text.trim() === "" && kind !== "string")
        return blankValue(field.apexType);
      const type = primitiveOfField(field.apexType);
      const read = primitiveOf(value.text, type, value);
      if (read === null)
        // An id's text is looked at when the record is saved.
        return type === "Id"
          ? value.text
          : refuseJson(
              `Cannot deserialize instance of ${kind} from VALUE_${value.kind === "string" ? "STRING" : "NUMBER"} value ${value.text} or request may be missing a required field`,
              positionIn(source, nameOffset),
            );
      return read instanceof ApexDecimal ? ApexDecimal.ofDouble(read.toNumber()) : read;
    }
  }
}

function primitiveOfField(type: FieldApexType): PrimitiveName {
  return type === "Object" || type === "Address" || type === "Location" ? "String" : type;
}

/** An empty text counts as zero for a number and as nothing for the rest. */
function blankValue(type: FieldApexType): unknown {
  switch (type) {
    case "Decimal":
    case "Double":
      return primitiveOf("0.0", type, { kind: "float", text: "0.0", offset: 0 });
    case "Integer":
      return 0;
    case "Long":
      return 0n;
    default:
      return null;
  }
}
