/** What a list takes where a variable of a wider type names it: `((List<Object>) accounts).add('text')`. */
import { raise, raiseNullPointer } from "../exception.ts";
import type { ApexList } from "../list.ts";
import { ApexObject } from "../object.ts";
import { isInstance } from "../runtime-type-of.ts";
import { SObjectValue } from "../sobject.ts";
import { listOf, type RuntimeType } from "../type.ts";
import { conversionName, typeOfValue, widened } from "./conversions.ts";

/**
 * The value as an element of the list. Lists of collections and of platform types take what the compiler let through.
 *
 * Source: the suite of berehovskyi/apex-stream, which passes on scratch orgs, for the exception; its text from public emulators that
 * were compared with orgs.
 * @throws System.TypeException where it is none of the element type.
 */
export function stored(list: ApexList, value: unknown): unknown {
  const { element } = list;
  if (value === null || isOfElement(value, element)) return value;
  if (isInstance(value, element)) return widened(value, element);
  return raise(
    "System.TypeException",
    `Collection store exception adding ${typeOfValue(value)} to ${conversionName(listOf(element))}`,
  );
}

export const listStoreOperations = {
  /** `list[index] = value`. */
  setElement(list: ApexList | null, index: number | null, value: unknown): unknown {
    return list === null ? raiseNullPointer() : list.set(index, stored(list, value));
  },
} as const;

/** The cases that nearly all stores are, without a look at the type's ancestors. */
function isOfElement(value: unknown, element: RuntimeType): boolean {
  switch (element.kind) {
    case "primitive":
      // An Id is a text here.
      if (typeof value === "string") return element.name === "String" || element.name === "Id";
      return typeof value === "number" && element.name === "Integer";
    case "sobject":
      return (
        value instanceof SObjectValue &&
        (element.name === value.describe.name || element.name === "SObject")
      );
    case "class":
      return value instanceof ApexObject && value.$class.name === element.name;
    default:
      return true;
  }
}
