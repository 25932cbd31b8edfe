import type { Conversion } from "./conversion.ts";
import { assignability, isAssignable, type Assignability } from "./assignability.ts";
import { numericOf } from "./numeric.ts";
import { sameType } from "./same-type.ts";
import type { TypeHierarchy } from "./type-hierarchy.ts";
import type { Type } from "./type.ts";

/** Whether `(to) value` may be written at all; the run time checks the value itself. Source: Apex Developer Guide, "Casting". */
export function castability(from: Type, to: Type, hierarchy: TypeHierarchy): Assignability {
  if (sameType(from, to)) return { isAssignable: true, conversion: null };
  const widening = assignability(from, to, hierarchy, "argument");
  if (widening.isAssignable) {
    // List<SObject> passes for List<Account> unchecked until it is read; an explicit cast is checked here.
    return isAssignable(to, from, hierarchy, "argument") && isCollection(from)
      ? { isAssignable: true, conversion: { kind: "cast", to } }
      : widening;
  }
  const conversion = narrowing(from, to, hierarchy);
  return conversion === null ? { isAssignable: false } : { isAssignable: true, conversion };
}

function narrowing(from: Type, to: Type, hierarchy: TypeHierarchy): Conversion | null {
  if (to.kind === "void" || from.kind === "void") return null;
  if (from.kind === "object") {
    return to.kind === "primitive" ? { kind: "unboxTo", to } : { kind: "cast", to };
  }
  const [fromNumber, toNumber] = [numericOf(from), numericOf(to)];
  if (fromNumber !== null && toNumber !== null) {
    return { kind: "numeric", from: fromNumber, to: toNumber };
  }
  return canHold(from, to, hierarchy) ? { kind: "cast", to } : null;
}

/** Whether a value of static type `from` could, at run time, be a `to`. */
export function canHold(from: Type, to: Type, hierarchy: TypeHierarchy): boolean {
  if (from.kind === "object" || to.kind === "object") return true;
  if (isAssignable(to, from, hierarchy, "argument")) return true;
  if (isAssignable(from, to, hierarchy, "argument")) return true;
  if (from.kind === "list" && to.kind === "list")
    return canHold(from.element, to.element, hierarchy);
  if (from.kind === "set" && to.kind === "set") return sameType(from.element, to.element);
  if (from.kind === "map" && to.kind === "map") {
    return sameType(from.key, to.key) && canHold(from.value, to.value, hierarchy);
  }
  if (isPolymorphicParent(from) && to.kind === "sobject") return true;
  return isOpen(from, to, hierarchy) || isOpen(to, from, hierarchy);
}

/** `task.Who` is a Name to the compiler and any record at run time: `(Contact) task.Who`. */
function isPolymorphicParent(type: Type): boolean {
  return type.kind === "sobject" && type.name === "Name";
}

/** An interface may be implemented by a subclass nobody has seen yet. */
function isOpen(type: Type, other: Type, hierarchy: TypeHierarchy): boolean {
  return (
    hierarchy.isInterface(type) &&
    (other.kind === "class" || other.kind === "platform") &&
    !hierarchy.isEnum(other)
  );
}

function isCollection(type: Type): boolean {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}
