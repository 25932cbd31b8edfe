/**
 * What a collection takes at once: `addAll`, `removeAll`, `retainAll`, `containsAll`, `putAll`. Assignments let a List<SObject> stand for a
 * List<Account>, these methods do not: a list takes lists whose elements fit its own, one by one, and sets of just its own; a set takes just
 * its own; a map takes maps of just its keys, and lists of records that it has by their Id. Found out from Salesforce's own compiler.
 */
import { isAssignable } from "../../types/assignability.ts";
import { displayType } from "../../types/display.ts";
import { sameType } from "../../types/same-type.ts";
import type { Type } from "../../types/type.ts";
import type { TypeHierarchy } from "../../types/type-hierarchy.ts";
import type { MethodCandidate } from "../candidates.ts";
import { fail } from "../report.ts";
import { type Call, noSuchMethod } from "./invocation.ts";
import { isRecordsById } from "./new-collection.ts";

type CollectionType = Extract<Type, { readonly kind: "list" | "set" | "map" }>;

function isCollection(type: Type): type is CollectionType {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

/** @throws to the report: "Illegal all method call for argument type, List<Id>, for collection: Set<String>" */
export function checkWholeCollection(receiver: Type, method: MethodCandidate, call: Call): void {
  const [parameter] = method.parameters;
  const [argument] = call.arguments;
  if (parameter === undefined || argument === undefined || !isCollection(receiver)) return;
  if (!isCollection(argument.type) || !isWhole(parameter, receiver)) return;
  // It compares with anything.
  if (method.name === "equals") return;
  if (isTaken(argument.type, receiver, call.context.compilation.hierarchy)) return;
  if (argument.type.kind !== "list") noSuchMethod(call, receiver);
  const [given, taking] = [displayType(argument.type), displayType(receiver)];
  fail(
    call.at,
    receiver.kind === "map"
      ? `Invalid ${call.name} type ${given} found for ${taking}`
      : `Illegal all method call for argument type, ${given}, for collection: ${taking}`,
  );
}

/** Whether the parameter is a collection of what the receiver holds, and not one of the things that it holds. */
function isWhole(parameter: Type, receiver: CollectionType): boolean {
  if (receiver.kind !== "map") {
    const isList = parameter.kind === "list" || parameter.kind === "set";
    return isList && sameType(parameter.element, receiver.element);
  }
  return (
    sameType(parameter, receiver) ||
    (parameter.kind === "list" && !sameType(parameter, receiver.key))
  );
}

function isTaken(given: CollectionType, taking: CollectionType, hierarchy: TypeHierarchy): boolean {
  if (taking.kind === "map") {
    if (given.kind !== "map") return isRecordsById(given, taking);
    return (
      sameType(given.key, taking.key) &&
      isAssignable(given.value, taking.value, hierarchy, "argument")
    );
  }
  if (given.kind === "map") return false;
  if (taking.kind === "set" || given.kind === "set") return sameType(given.element, taking.element);
  return isAssignable(given.element, taking.element, hierarchy, "argument");
}
