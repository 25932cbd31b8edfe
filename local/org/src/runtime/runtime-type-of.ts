/** The type of a value while it runs, and whether it conforms to another. */
import { ApexBlob } from "./blob.ts";
import { ApexDate } from "./date.ts";
import { ApexDatetime } from "./datetime.ts";
import { ApexDecimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { ApexEnum } from "./enum.ts";
import { ApexList } from "./list.ts";
import { ApexMap } from "./map.ts";
import { ApexObject } from "./object.ts";
import { implementationOf, platformTypeOf } from "./platform-classes.ts";
import { ApexSet } from "./set.ts";
import { SObjectValue } from "./sobject.ts";
import { ApexTime } from "./time.ts";
import {
  listOf,
  mapOf,
  OBJECT,
  platformTypeNamed,
  primitive,
  type RuntimeType,
  sameRuntimeType,
  setOf,
  sobjectType,
} from "./type.ts";
import { toId18 } from "./id.ts";
import { transaction } from "./transaction.ts";

/** null has no type: OBJECT. */
export function runtimeTypeOf(value: unknown): RuntimeType {
  switch (typeof value) {
    case "string":
      return primitive("String");
    case "number":
      return primitive("Integer");
    case "bigint":
      return primitive("Long");
    case "boolean":
      return primitive("Boolean");
    case "object":
      return value === null ? OBJECT : typeOfObject(value);
    default:
      return OBJECT;
  }
}

function typeOfObject(value: object): RuntimeType {
  if (value instanceof ApexObject)
    return value.$class.isPlatform
      ? platformTypeNamed(value.$class.name)
      : { kind: "class", name: value.$class.name };
  if (value instanceof SObjectValue) return sobjectType(value.describe.name);
  if (value instanceof ApexList) return listOf(value.element);
  if (value instanceof ApexSet) return setOf(value.element);
  if (value instanceof ApexMap) return mapOf(value.key, value.value);
  if (value instanceof ApexDecimal) return primitive("Decimal");
  if (value instanceof ApexDouble) return primitive("Double");
  if (value instanceof ApexDate) return primitive("Date");
  if (value instanceof ApexDatetime) return primitive("Datetime");
  if (value instanceof ApexTime) return primitive("Time");
  if (value instanceof ApexBlob) return primitive("Blob");
  if (value instanceof ApexEnum) return value.type;
  const name = platformTypeOf(value);
  return name === undefined ? OBJECT : platformTypeNamed(name);
}

/** `value instanceof type`; null is an instance of nothing. */
export function isInstance(value: unknown, type: RuntimeType): boolean {
  if (value === null || value === undefined) return false;
  switch (type.kind) {
    case "object":
      return true;
    case "primitive":
      return isPrimitive(value, type.name);
    case "class":
      return value instanceof ApexObject
        ? value.$class.ancestors.has(type.name.toLowerCase())
        : value instanceof ApexEnum && sameRuntimeType(value.type, type);
    case "platform":
      return isPlatformInstance(value, type.name);
    case "sobject":
      return (
        value instanceof SObjectValue &&
        (type.name === "SObject" || value.describe.name === type.name)
      );
    case "list":
      return value instanceof ApexList && isConformant(value.element, type.element);
    case "set":
      return value instanceof ApexSet && isSetOf(value.element, type.element);
    case "map":
      return (
        value instanceof ApexMap &&
        isContained(value.key, type.key) &&
        isContained(value.value, type.value)
      );
  }
}

function isPrimitive(value: unknown, name: string): boolean {
  const own = runtimeTypeOf(value);
  if (own.kind !== "primitive") return false;
  if (own.name === name) return true;
  switch (name) {
    case "Id":
      return typeof value === "string" && value.length >= 15 && toId18(value) !== null;
    case "Long":
      return own.name === "Integer";
    case "Datetime":
      return own.name === "Date";
    case "Double":
    case "Decimal":
      return (
        own.name === "Integer" ||
        own.name === "Long" ||
        own.name === "Double" ||
        own.name === "Decimal"
      );
    default:
      return false;
  }
}

function isPlatformInstance(value: unknown, name: string): boolean {
  if (value instanceof ApexObject) return value.$class.ancestors.has(name.toLowerCase());
  if (value instanceof ApexEnum)
    return value.type.kind === "platform" && value.type.name.toLowerCase() === name.toLowerCase();
  if (value instanceof ApexList || value instanceof ApexSet)
    return name === "Iterable" || name === "System.Iterable";
  const implementation = implementationOf(name);
  return implementation !== undefined && value instanceof implementation;
}

/** Types of elements: records of one object fit a list of SObject and the other way round; anything fits Object. */
export function isConformant(from: RuntimeType, to: RuntimeType): boolean {
  if (to.kind === "object" || sameRuntimeType(from, to)) return true;
  if (from.kind === "sobject" && to.kind === "sobject")
    return to.name === "SObject" || from.name === "SObject";
  if (from.kind === "list" && to.kind === "list") return isConformant(from.element, to.element);
  if (from.kind === "set" && to.kind === "set") return isSetOf(from.element, to.element);
  if (from.kind === "map" && to.kind === "map")
    return isContained(from.key, to.key) && isContained(from.value, to.value);
  if (from.kind === "platform" && to.kind === "platform" && from.name === to.name)
    return from.arguments.every((each, index) => isConformant(each, to.arguments[index] ?? OBJECT));
  if (from.kind === "primitive" && to.kind === "primitive")
    return KIN.some((names) => names.has(from.name) && names.has(to.name));
  return (
    from.kind === "class" &&
    (transaction().classes.find(from.name)?.definition.ancestors.has(nameOf(to)) ?? false)
  );
}

/**
 * Primitives of which a list of the one is a list of the other: a `List<Decimal>` is a `List<Double>`, by the suite of ApexKit, as a Decimal
 * is a Double, by that of apex-fixtures.
 */
const KIN: readonly ReadonlySet<string>[] = [
  new Set(["Id", "String"]),
  new Set(["Decimal", "Double"]),
];

/** Of sets and maps: texts are not taken for ids, `Set<String>` is no `Set<Id>`. */
function isContained(from: RuntimeType, to: RuntimeType): boolean {
  const isItself = from.kind === "primitive" && from.name !== "Id";
  return isItself && to.kind === "primitive" ? from.name === to.name : isConformant(from, to);
}

/** A set of anything in particular is no Set<Object>, as the compiler has it: fflib-apex-extensions asks. */
function isSetOf(from: RuntimeType, to: RuntimeType): boolean {
  return to.kind === "object" ? from.kind === "object" : isContained(from, to);
}

function nameOf(type: RuntimeType): string {
  return type.kind === "class" || type.kind === "platform" ? type.name.toLowerCase() : "";
}
