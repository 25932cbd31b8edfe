/** Values as those of Apex: the output of `application/apex`. Source: Apex Developer Guide, "DataWeave in Apex". */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { widened } from "../../runtime/operations/conversions.ts";
import { ApexSet } from "../../runtime/set.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import { OBJECT, STRING, type RuntimeType, typeName } from "../../runtime/type.ts";
import { fieldsByName, freshInstance } from "../json/deserialize-object.ts";
import { assignable } from "../record-field.ts";
import { typeNamed } from "../type-names.ts";
import { lacking, ScriptFailure } from "./failure.ts";
import { isArray, ObjectValue, plainNumber, textOf, type Value } from "./value.ts";

/** Whole numbers are Integers or Longs, others Decimals; arrays of one class are lists of it. */
export function apexOf(value: Value): unknown {
  if (isArray(value)) {
    const items = value.map(apexOf);
    return new ApexList(commonClass(value) ?? OBJECT, items);
  }
  if (value instanceof ObjectValue) return objectOf(value);
  if (value instanceof ApexDecimal) return numberOf(value);
  return typeof value === "function" || value instanceof RegExp ? lacking("it in Apex") : value;
}

function commonClass(items: readonly Value[]): RuntimeType | null {
  const names = new Set(items.map((item) => (item instanceof ObjectValue ? item.className : null)));
  const [only = null] = names;
  return names.size === 1 && only !== null ? classOf(only) : null;
}

function classOf(name: string): RuntimeType {
  const type = typeNamed(name);
  if (type?.kind === "class" || type?.kind === "sobject") return type;
  throw new ScriptFailure(`Invalid class: ${name}`);
}

function numberOf(value: ApexDecimal): number | bigint | ApexDecimal {
  const text = plainNumber(value);
  if (!/^-?\d+$/u.test(text)) return value;
  const whole = BigInt(text);
  if (BigInt.asIntN(32, whole) === whole) return Number(whole);
  return BigInt.asIntN(64, whole) === whole ? whole : value;
}

function objectOf(value: ObjectValue): unknown {
  if (value.className === null)
    return new ApexMap(
      STRING,
      OBJECT,
      value.pairs.map(({ key, value: each }) => [key, apexOf(each)] as const),
    );
  const type = classOf(value.className);
  return type.kind === "sobject" ? recordOf(value, type.name) : instanceOf(value, typeName(type));
}

function recordOf(value: ObjectValue, object: string): SObjectValue {
  const describe = transaction().host.schema.object(object);
  if (describe === undefined) throw new ScriptFailure(`Invalid class: ${object}`);
  const record = new SObjectValue(describe);
  for (const { key, value: each } of value.pairs) {
    const field = describe.fields.get(key.toLowerCase());
    if (field !== undefined) record.values.set(field.name, assignable(field, apexOf(each)));
    else if (!isPartOfRecord(key, each)) lacking(`${object}.${key} of an object in Apex`);
  }
  return record;
}

/** What JSON says of records besides their fields: their type, their parents. */
function isPartOfRecord(key: string, value: Value): boolean {
  return key === "attributes" || value instanceof ObjectValue || value === null;
}

/** All fields are set, transient ones too: it is no deserialization. */
function instanceOf(value: ObjectValue, className: string): unknown {
  const object = freshInstance(className);
  const fields = fieldsByName(object.$class);
  for (const { key, value: each } of value.pairs) {
    const field = fields.get(key.toLowerCase());
    if (field?.isWritable === true) Reflect.set(object, field.key, fitted(each, field.type));
  }
  return object;
}

function fitted(value: Value, type: RuntimeType): unknown {
  if (value === null) return null;
  switch (type.kind) {
    case "list":
      return new ApexList(type.element, itemsOf(value, type.element));
    case "set":
      return new ApexSet(type.element, itemsOf(value, type.element));
    case "map":
      return value instanceof ObjectValue
        ? new ApexMap(
            type.key,
            type.value,
            value.pairs.map(({ key, value: each }) => [key, fitted(each, type.value)] as const),
          )
        : lacking("a map made of no object");
    case "primitive":
      if (type.name === "String") return textOf(value);
      return type.name === "Decimal" && value instanceof ApexDecimal
        ? value
        : widened(apexOf(value), type);
    case "class":
    case "sobject":
      return value instanceof ObjectValue && value.className === null && type.name !== "SObject"
        ? objectOf(new ObjectValue(value.pairs, typeName(type)))
        : apexOf(value);
    case "platform":
    case "object":
      return apexOf(value);
  }
}

function itemsOf(value: Value, element: RuntimeType): unknown[] {
  return isArray(value)
    ? value.map((item) => fitted(item, element))
    : lacking("a collection made of no array");
}
