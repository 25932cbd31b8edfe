/**
 * Apex values as JSON. Source: Apex Reference, "JSON Class". Orders as observed on the platform: a class's fields by name, last first,
 * those of its superclass before them; a map's entries from the last put to the first; a record's fields as they were set.
 */
import { ApexBlob } from "../../runtime/blob.ts";
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { ApexEnum } from "../../runtime/enum.ts";
import { ApexException } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexObject, type ClassDefinition, type FieldDefinition } from "../../runtime/object.ts";
import { platformTypeOf } from "../../runtime/platform-classes.ts";
import { runtimeTypeOf } from "../../runtime/runtime-type-of.ts";
import { ApexSet } from "../../runtime/set.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { concatText } from "../../runtime/text.ts";
import { ApexTime } from "../../runtime/time.ts";
import { TypeValue } from "../../runtime/type-value.ts";
import { typeName } from "../../runtime/type.ts";
import { refuseJson } from "./json-error.ts";
import { JsonWriter } from "./json-writer.ts";
import { writeRecord } from "./serialize-record.ts";
import { JsonFields, jsonFormOf } from "./platform-forms.ts";

export interface SerializeOptions {
  readonly isPretty: boolean;
  /** Leaves out fields of project objects that are null; records keep theirs. */
  readonly suppressApexObjectNulls: boolean;
}

export function serialize(value: unknown, options: SerializeOptions): string {
  const writer = new JsonWriter(options.isPretty);
  new Serialization(writer, options.suppressApexObjectNulls).value(value);
  return writer.text;
}

/** Writes into a document that somebody else began. */
export function serializeInto(writer: JsonWriter, value: unknown): void {
  new Serialization(writer, false).value(value);
}

export class Serialization {
  readonly writer: JsonWriter;
  readonly #suppressesNulls: boolean;
  /** Containers being written, to stop at one inside itself. */
  readonly #active = new Set<object>();

  constructor(writer: JsonWriter, suppressesNulls: boolean) {
    this.writer = writer;
    this.#suppressesNulls = suppressesNulls;
  }

  value(value: unknown): void {
    if (value === null || value === undefined) this.writer.raw("null");
    else if (typeof value === "string") this.writer.string(value);
    else if (typeof value === "object") this.#object(value);
    else if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
      this.writer.raw(String(value));
    else throw new Error(`No Apex value: ${typeof value}`);
  }

  #object(value: object): void {
    const scalar = scalarText(value);
    if (scalar !== null) {
      if (scalar.isString) this.writer.string(scalar.text);
      else this.writer.raw(scalar.text);
      return;
    }
    if (this.#active.has(value)) refuseJson("Direct self-reference leading to cycle");
    this.#active.add(value);
    this.#container(value);
    this.#active.delete(value);
  }

  #container(value: object): void {
    if (value instanceof ApexList) this.array(value.items);
    else if (value instanceof ApexSet) this.array(value.values);
    else if (value instanceof ApexMap) this.#map(value);
    else if (value instanceof SObjectValue) writeRecord(value, this);
    else if (value instanceof JsonFields) this.#fields(value);
    else if (Array.isArray(value)) this.array(value);
    else if (value instanceof ApexObject && !(value instanceof ApexException))
      this.#projectObject(value);
    else this.#platformValue(value);
  }

  #platformValue(value: object): void {
    const form = jsonFormOf(platformTypeOf(value) ?? "");
    if (form === undefined)
      refuseJson(`Apex Type unsupported in JSON: ${typeName(runtimeTypeOf(value))}`);
    this.value(form.write(value));
  }

  array(items: readonly unknown[]): void {
    this.writer.start("array");
    for (const item of items) this.value(item);
    this.writer.end();
  }

  #map(map: ApexMap): void {
    this.writer.start("object");
    for (const [key, value] of [...map.entries()].reverse()) {
      this.writer.fieldName(keyText(key));
      this.value(value);
    }
    this.writer.end();
  }

  #fields({ entries }: JsonFields): void {
    this.writer.start("object");
    for (const [name, value] of entries) {
      this.writer.fieldName(name);
      this.value(value);
    }
    this.writer.end();
  }

  #projectObject(object: ApexObject): void {
    this.writer.start("object");
    for (const field of serializedFields(object.$class)) {
      const value: unknown = Reflect.get(object, field.key);
      if (this.#suppressesNulls && (value === null || value === undefined)) continue;
      this.writer.fieldName(field.name);
      this.value(value);
    }
    this.writer.end();
  }
}

const fieldsByClass = new WeakMap<ClassDefinition, readonly FieldDefinition[]>();

/** Of the superclass first; each class's by name from Z to A. Transient ones and properties without a getter are left out. */
function serializedFields(of: ClassDefinition): readonly FieldDefinition[] {
  let fields = fieldsByClass.get(of);
  if (fields === undefined) {
    const own = of.fields
      .filter((field) => !field.isTransient && field.isReadable)
      .sort((a, b) => compareNames(b.name, a.name));
    fields = [...(of.superclass === null ? [] : serializedFields(of.superclass)), ...own];
    fieldsByClass.set(of, fields);
  }
  return fields;
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function scalarText(value: object): { readonly text: string; readonly isString: boolean } | null {
  if (value instanceof ApexDecimal || value instanceof ApexDouble)
    return { text: value.toString(), isString: false };
  if (value instanceof ApexDate || value instanceof ApexDatetime) return string(value.toIso());
  if (value instanceof ApexTime) return string(value.toString());
  if (value instanceof ApexBlob) return string(Buffer.from(value.bytes).toString("base64"));
  if (value instanceof ApexEnum) return string(value.name);
  return value instanceof TypeValue ? string(value.name) : null;
}

function string(text: string): { readonly text: string; readonly isString: boolean } {
  return { text, isString: true };
}

function keyText(key: unknown): string {
  if (key === null || key === undefined)
    return refuseJson(
      "Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)",
    );
  if (key instanceof ApexDate || key instanceof ApexDatetime) return key.toIso();
  return concatText(key);
}
