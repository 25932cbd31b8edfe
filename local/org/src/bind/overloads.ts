/** Which of several methods or constructors of one name a call means. */
import { assignability, isAssignable, type Purpose } from "../types/assignability.ts";
import { sameType } from "../types/same-type.ts";
import type { TypeHierarchy } from "../types/type-hierarchy.ts";
import type { Type } from "../types/type.ts";

/**
 * An argument as overloads see it. A query is a set of rows: it may become a list, or one record.
 */
export interface Argument {
  readonly type: Type;
  readonly isQuery: boolean;
}

export type Resolution<T> =
  | { readonly kind: "found"; readonly candidate: T }
  | { readonly kind: "none" }
  | { readonly kind: "ambiguous"; readonly candidates: readonly T[] };

interface Parameters {
  readonly parameters: readonly Type[];
  /** The catalog's name of the type that declares it, of what the platform declares. */
  readonly owner?: string;
}

/** What they are given is assigned to what they hold: a List of Doubles takes a Decimal, which a method with a Double does not. */
const COLLECTIONS: ReadonlySet<string> = new Set(["List", "Set", "Map"]);

/**
 * The exact match, else the most specific of those that fit strictly, else of those that fit loosely: the phases of Java's
 * method resolution (JLS 15.12.2), which Apex follows.
 */
export function resolveOverload<T extends Parameters>(
  candidates: readonly T[],
  callArguments: readonly Argument[],
  hierarchy: TypeHierarchy,
): Resolution<T> {
  const sameArity = candidates.filter(
    ({ parameters }) => parameters.length === callArguments.length,
  );
  const exact = sameArity.find(({ parameters }) =>
    parameters.every((parameter, index) => {
      const argument = callArguments[index];
      return argument !== undefined && sameType(parameter, argument.type);
    }),
  );
  if (exact !== undefined) return { kind: "found", candidate: exact };
  const strict = applicable(sameArity, callArguments, hierarchy, "strict");
  const fitting =
    strict.length > 0 ? strict : applicable(sameArity, callArguments, hierarchy, "argument");
  return mostSpecific(fitting, callArguments, hierarchy);
}

function applicable<T extends Parameters>(
  candidates: readonly T[],
  callArguments: readonly Argument[],
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): readonly T[] {
  return candidates.filter(({ parameters, owner = "" }) => {
    const taking = purpose === "argument" && COLLECTIONS.has(owner) ? "assignment" : purpose;
    return parameters.every((parameter, index) => {
      const argument = callArguments[index];
      return argument !== undefined && fits(argument, parameter, hierarchy, taking);
    });
  });
}

function fits(
  argument: Argument,
  parameter: Type,
  hierarchy: TypeHierarchy,
  purpose: Purpose,
): boolean {
  if (assignability(argument.type, parameter, hierarchy, purpose).isAssignable) return true;
  return argument.isQuery && rowOf(argument.type, parameter);
}

/** Whether a query's rows, taken as one record, are what the parameter wants. */
function rowOf(queryType: Type, parameter: Type): boolean {
  return (
    queryType.kind === "list" &&
    queryType.element.kind === "sobject" &&
    parameter.kind === "sobject" &&
    (parameter.name === queryType.element.name ||
      parameter.name === "SObject" ||
      queryType.element.name === "SObject")
  );
}

function mostSpecific<T extends Parameters>(
  candidates: readonly T[],
  callArguments: readonly Argument[],
  hierarchy: TypeHierarchy,
): Resolution<T> {
  const [only] = candidates;
  if (only === undefined) return { kind: "none" };
  if (candidates.length === 1) return { kind: "found", candidate: only };
  const best = candidates.filter((candidate) =>
    candidates.every(
      (other) => other === candidate || isAsSpecific(candidate, other, callArguments, hierarchy),
    ),
  );
  // Two that are each as specific as the other (List<SObject>, List<Account>) leave the choice to declaration order.
  const [first] = best;
  return first === undefined
    ? { kind: "ambiguous", candidates }
    : { kind: "found", candidate: first };
}

function isAsSpecific(
  a: Parameters,
  b: Parameters,
  callArguments: readonly Argument[],
  hierarchy: TypeHierarchy,
): boolean {
  return a.parameters.every((parameter, index) => {
    const other = b.parameters[index];
    const argument = callArguments[index];
    if (other === undefined || argument === undefined) return false;
    if (sameType(parameter, other)) return true;
    if (argument.isQuery && rowOf(argument.type, other)) return parameter.kind === "list";
    return isAssignable(parameter, other, hierarchy, "argument");
  });
}
