/**
 * Platform types that are nothing but public properties (`Messaging.InboundEmail`, the inputs and outputs of ConnectApi): the catalog
 * says all there is to know of them, so none needs a file of its own.
 */
import { registerImplementation } from "./platform-classes.ts";
import { concatText } from "./text.ts";
import type { Behaviour } from "./behaviour.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import type { PlatformType } from "../signatures/catalog-types.ts";

/** Elsewhere a type without methods may still have effects of its own (Database.DMLOptions). */
const NAMESPACES = new Set(["ConnectApi", "Messaging", "Auth"]);

const OBJECT_METHODS = new Set(["equals", "hashCode", "toString", "getBuildVersion"]);

class DataValue {
  readonly values = new Map<string, unknown>();
  declare readonly $type: PlatformType;

  /** `BinaryAttachment:[body=null, fileName=x]`. */
  toString(): string {
    const parts = this.$type.fields
      .filter((field) => !field.isStatic)
      .map((field) => `${field.name}=${concatText(this.values.get(field.name) ?? null)}`);
    return `${this.$type.name.split(".").at(-1) ?? ""}:[${parts.join(", ")}]`;
  }
}

const classes = new Map<string, new () => DataValue>();

function classOf(type: PlatformType): new () => DataValue {
  const known = classes.get(type.name);
  if (known !== undefined) return known;
  const made = class extends DataValue {};
  Object.defineProperty(made.prototype, "$type", { value: type });
  registerImplementation(type.name, made);
  classes.set(type.name, made);
  return made;
}

function isDataClass(type: PlatformType): boolean {
  return (
    NAMESPACES.has(type.namespace) &&
    type.kind === "class" &&
    type.fields.some((field) => !field.isStatic) &&
    type.methods.every((method) => OBJECT_METHODS.has(method.name))
  );
}

/** The behaviour of a constructor without parameters or of a property; undefined where the type is more than data. */
export function dataClassMember(
  owner: string,
  table: string,
  member: string,
): Behaviour | undefined {
  const type = platformCatalog().find(owner);
  if (type === undefined || !isDataClass(type)) return undefined;
  if (table === "constructors" && member === "new()") {
    const made = classOf(type);
    return () => new made();
  }
  const field = type.fields.find(({ name }) => name.toLowerCase() === member.toLowerCase());
  if (field === undefined || field.isStatic) return undefined;
  if (table === "getters") return (value: DataValue) => value.values.get(field.name) ?? null;
  if (table === "setters")
    return (value: DataValue, given: unknown) => {
      value.values.set(field.name, given);
      return given;
    };
  return undefined;
}

/** A value of such a type with properties set, as a platform method answers it. */
export function newDataValue(
  typeName: string,
  properties: Readonly<Record<string, unknown>>,
): object {
  const type = platformCatalog().find(typeName);
  if (type === undefined || !isDataClass(type)) throw new Error(`not a data class: ${typeName}`);
  const value = new (classOf(type))();
  for (const [name, given] of Object.entries(properties)) value.values.set(name, given);
  return value;
}
