/** What every value answers to. */
import { equalOperands, hashKeyOf, identityOf } from "../../runtime/equality.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexEnum } from "../../runtime/enum.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexObject, callMethod, cloneObject, hasMethod } from "../../runtime/object.ts";
import { ApexSet } from "../../runtime/set.ts";
import { valueText } from "../../runtime/text.ts";
import { platformType } from "../../runtime/behaviour.ts";

/** Java's String.hashCode. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

/**
 * Equal values have equal hashes, collections by what they hold; a project object without hashCode of its own hashes by identity.
 * Source: Apex Reference, "List Class", hashCode; java.util.List, Set and Map.
 */
export function hashOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === "string") return stringHash(value);
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1231 : 1237;
  if (typeof value === "bigint") return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (value instanceof ApexObject && hasMethod(value, "hashCode"))
    return Number(callMethod(value, "hashCode") ?? 0);
  if (value instanceof ApexObject || value instanceof ApexEnum) return identityOf(value);
  if (value instanceof ApexList)
    return value.items.reduce<number>((sum, item) => (Math.imul(31, sum) + hashOf(item)) | 0, 1);
  if (value instanceof ApexSet) return sumOf(value.values.map(hashOf));
  if (value instanceof ApexMap)
    return sumOf([...value.entries()].map(([key, held]) => hashOf(key) ^ hashOf(held)));
  if (value instanceof ApexDecimal) return stringHash(value.stripTrailingZeros().toString());
  const key = hashKeyOf(value);
  if (typeof key === "object" && key !== null) return identityOf(key);
  return stringHash(String(key));
}

function sumOf(hashes: readonly number[]): number {
  return hashes.reduce((sum, hash) => (sum + hash) | 0, 0);
}

export const objectBehaviour = platformType({
  type: "Object",
  methods: {
    // As ==, so that texts are equal whatever their case; String.equals is another method.
    equals: equalOperands,
    hashCode: hashOf,
    toString: valueText,
    clone: cloneObject,
  },
  constructors: { new: () => ({}) },
});
