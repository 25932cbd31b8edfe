/**
 * What may stand where a type is wanted, and what the value must go through on the way.
 * Sources: Apex Developer Guide, "Data Types and Variables" and "Rules of Conversion"; behaviour of collections as
 * public test suites rely on it.
 */
import type { Conversion } from "./conversion.ts";
import { numericOf, widens } from "./numeric.ts";
import { sameType } from "./same-type.ts";
import type { TypeHierarchy } from "./type-hierarchy.ts";
import type { Type } from "./type.ts";

/**
 * `assignment` is also `return`. `argument` is a method's or a constructor's, and takes no Decimal for a Double. `strict` is the first round
 * of overload resolution: no Object, and of numbers only Integer → Long → Double or Decimal.
 */
export type Purpose = "assignment" | "argument" | "strict";

/** `null` conversion: the value goes as it is. */
export type Assignability =
  | { readonly isAssignable: true; readonly conversion: Conversion | null }
  | { readonly isAssignable: false };

const AS_IT_IS: Assignability = { isAssignable: true, conversion: null };
const NOT_ASSIGNABLE: Assignability = { isAssignable: false };

export function assignability(
  from: Type,
  to: Type,
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): Assignability {
  if (from.kind === "void" || to.kind === "void" || to.kind === "null") return NOT_ASSIGNABLE;
  if (from.kind === "null" || sameType(from, to)) return AS_IT_IS;
  if (to.kind === "object") return purpose === "strict" ? NOT_ASSIGNABLE : AS_IT_IS;
  if (from.kind === "primitive") {
    return to.kind === "primitive" ? primitiveAssignability(from, to, purpose) : NOT_ASSIGNABLE;
  }
  if (!isReferenceAssignable(from, to, hierarchy, purpose)) return NOT_ASSIGNABLE;
  return areElementsWidened(from, to)
    ? { isAssignable: true, conversion: { kind: "widenElements", to } }
    : AS_IT_IS;
}

/** Whether the elements are represented otherwise where they go: Integers as Longs, but Ids as texts are texts. */
function areElementsWidened(from: Type, to: Type): boolean {
  if (from.kind === "list") {
    const [wanted] = to.kind === "platform" ? to.arguments : [];
    const element = to.kind === "list" ? to.element : wanted;
    return element !== undefined && isWidened(from.element, element);
  }
  return from.kind === "map" && to.kind === "map" && isWidened(from.value, to.value);
}

function isWidened(from: Type, to: Type): boolean {
  if (from.kind !== "primitive") return areElementsWidened(from, to);
  return to.kind === "primitive" && from.name !== to.name && from.name !== "Id" && to.name !== "Id";
}

export function isAssignable(
  from: Type,
  to: Type,
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): boolean {
  return assignability(from, to, hierarchy, purpose).isAssignable;
}

function primitiveAssignability(
  from: Type & { kind: "primitive" },
  to: Type & { kind: "primitive" },
  purpose: Purpose,
): Assignability {
  const [fromNumber, toNumber] = [numericOf(from), numericOf(to)];
  if (fromNumber !== null && toNumber !== null) {
    if (purpose === "strict" && fromNumber === "Double") return NOT_ASSIGNABLE;
    if (!widens(fromNumber, toNumber)) return NOT_ASSIGNABLE;
    if (purpose !== "assignment" && fromNumber === "Decimal" && toNumber === "Double")
      return NOT_ASSIGNABLE;
    return {
      isAssignable: true,
      conversion: { kind: "numeric", from: fromNumber, to: toNumber },
    };
  }
  switch (`${from.name}→${to.name}`) {
    case "Id→String":
      return AS_IT_IS;
    case "String→Id":
      return purpose === "strict"
        ? NOT_ASSIGNABLE
        : { isAssignable: true, conversion: { kind: "stringToId" } };
    case "Date→Datetime":
      return { isAssignable: true, conversion: { kind: "dateToDatetime" } };
    default:
      return NOT_ASSIGNABLE;
  }
}

function isReferenceAssignable(
  from: Type,
  to: Type,
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): boolean {
  if (from.kind === "sobject") return to.kind === "sobject" && to.name === "SObject";
  if (from.kind === "list" && to.kind === "list") {
    return isElementAssignable(from.element, to.element, hierarchy, true);
  }
  // A set goes where a set of just its type is wanted, which was settled before.
  if (from.kind === "set" && to.kind === "set") return false;
  if (from.kind === "map" && to.kind === "map") {
    return (
      sameType(from.key, to.key) && isElementAssignable(from.value, to.value, hierarchy, false)
    );
  }
  if (to.kind === "class") {
    return hierarchy.supertypesOf(from).some((ancestor) => sameType(ancestor, to));
  }
  return to.kind === "platform" && isPlatformAssignable(from, to, hierarchy, purpose);
}

/** A list takes a comparator of what its elements can go as; elsewhere it compares just its own. */
function comparesFor(
  compared: Type,
  elements: Type,
  purpose: Purpose,
  hierarchy: TypeHierarchy,
): boolean {
  if (purpose === "assignment") return sameType(compared, elements);
  const narrows = elements.kind === "sobject" && elements.name === "SObject";
  return (
    sameType(compared, elements) ||
    (!narrows && isElementAssignable(elements, compared, hierarchy, false))
  );
}

/**
 * An iterator gives just its own; but Salesforce's compiler lets one, though no class that implements one, be an argument where an
 * iterator of anything else is wanted: its elements are checked when they are read.
 */
function isIteratorOf(from: Type, given: Type, wanted: Type): boolean {
  return from.kind === "platform" && !isWidened(given, wanted);
}

function isPlatformAssignable(
  from: Type,
  to: Type & { kind: "platform" },
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): boolean {
  // Batch jobs return a QueryLocator where Iterable<sObject> is declared.
  if (from.kind === "platform" && from.name === "Database.QueryLocator") {
    if (to.name === "System.Iterable") return true;
  }
  return hierarchy.supertypesOf(from).some(
    (ancestor) =>
      ancestor.kind === "platform" &&
      ancestor.name === to.name &&
      to.arguments.every((argument, index) => {
        const given = ancestor.arguments[index];
        if (given === undefined) return false;
        if (to.name === "System.Iterator")
          return (
            sameType(given, argument) ||
            (purpose === "argument" && isIteratorOf(from, given, argument))
          );
        if (to.name === "System.Comparator")
          return comparesFor(given, argument, purpose, hierarchy);
        const isIterable = to.name === "System.Iterable";
        // Whatever an Iterable of Objects holds: its elements are checked when they are read.
        if (isIterable && given.kind === "object" && from.kind !== "list") return true;
        return isElementAssignable(given, argument, hierarchy, from.kind !== "list" || !isIterable);
      }),
  );
}

/**
 * Lists, and the values of maps, are covariant when they are compiled and checked when they are filled. `narrowsRecords`: List<SObject> goes
 * where List<Account> is wanted, which maps do not allow.
 */
function isElementAssignable(
  from: Type,
  to: Type,
  hierarchy: TypeHierarchy,
  narrowsRecords: boolean,
): boolean {
  if (sameType(from, to) || to.kind === "object") return true;
  if (from.kind === "primitive")
    return to.kind === "primitive" && primitiveAssignability(from, to, "assignment").isAssignable;
  if (narrowsRecords && from.kind === "sobject" && from.name === "SObject") {
    return to.kind === "sobject";
  }
  return isReferenceAssignable(from, to, hierarchy, "assignment");
}
