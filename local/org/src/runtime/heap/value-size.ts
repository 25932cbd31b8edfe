/**
 * How many bytes of the heap values hold. Salesforce publishes no table; the sizes are those Limits.getHeapSize was seen to give: a text
 * one byte per UTF-16 unit, a number eight, a reference from within another value four (salesforce.stackexchange.com, "How is heap size
 * calculated?").
 */
import { ApexBlob } from "../blob.ts";
import { ApexEnum } from "../enum.ts";
import { ApexException } from "../exception.ts";
import { ApexList } from "../list.ts";
import { ApexMap } from "../map.ts";
import { ApexObject } from "../object.ts";
import { ApexSet } from "../set.ts";
import { SObjectValue } from "../sobject.ts";
import { TypeValue } from "../type-value.ts";

const REFERENCE_BYTES = 4;
const NUMBER_BYTES = 8;
const BOOLEAN_BYTES = 4;

/** Each object once, however often it is referred to. */
export class ValueSizes {
  bytes = 0;
  readonly #seen = new Set<object>();
  readonly #waiting: object[] = [];

  add(value: unknown): void {
    this.#count(value);
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      this.#open(next);
  }

  #count(value: unknown): void {
    switch (typeof value) {
      case "string":
        this.bytes += value.length;
        return;
      case "number":
      case "bigint":
        this.bytes += NUMBER_BYTES;
        return;
      case "boolean":
        this.bytes += BOOLEAN_BYTES;
        return;
      case "object":
        if (value === null || this.#seen.has(value)) return;
        this.#seen.add(value);
        this.#waiting.push(value);
        return;
      default:
    }
  }

  #refer(value: unknown): void {
    this.bytes += REFERENCE_BYTES;
    this.#count(value);
  }

  #open(value: object): void {
    this.bytes += NUMBER_BYTES;
    if (value instanceof ApexList) {
      for (const item of value.items) this.#refer(item);
    } else if (value instanceof ApexMap) {
      for (const entry of value.index.entries()) {
        this.#refer(entry.key);
        this.#refer(entry.value);
      }
    } else if (value instanceof ApexSet) {
      for (const key of value.index.keys()) this.#refer(key);
    } else if (value instanceof SObjectValue) {
      for (const field of value.values.values()) this.#refer(field);
      for (const parent of value.parents.values()) this.#refer(parent);
      for (const children of value.children.values()) this.#refer(children);
    } else if (value instanceof ApexObject || value instanceof ApexException) {
      for (const field of Object.values(value)) this.#refer(field);
    } else if (value instanceof ApexBlob) {
      this.bytes += value.size;
    } else if (!(value instanceof ApexEnum || value instanceof TypeValue)) {
      this.#openOpaque(value);
    }
  }

  /** Of a platform type's value: the texts and collections it keeps, and nothing of the org behind it. */
  #openOpaque(value: object): void {
    for (const part of Object.values(value))
      if (typeof part === "string" || isApexData(part)) this.#refer(part);
      else if (part instanceof Map)
        for (const each of part.values())
          if (typeof each === "string" || isApexData(each)) this.#refer(each);
  }
}

/** Values that are Apex data for certain, wherever they are met. */
function isApexData(value: unknown): value is object {
  return (
    value instanceof ApexList ||
    value instanceof ApexMap ||
    value instanceof ApexSet ||
    value instanceof SObjectValue ||
    value instanceof ApexObject ||
    value instanceof ApexBlob
  );
}
