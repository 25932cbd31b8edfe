import type { Comparison, Condition, Query, QueryOperand, QueryValue } from "../syntax/query.ts";
import { type Comparable, compare, comparable } from "./comparison-kind.ts";
import {
  bindValue,
  boundElements,
  type FilterEnvironment,
  type FilterValue,
  filterValue,
} from "./filter-value.ts";
import { raiseNullPointer } from "../runtime/exception.ts";
import { runtimeTypeOf } from "../runtime/runtime-type-of.ts";
import { shortTypeName } from "../runtime/type.ts";
import { likePattern } from "./like-pattern.ts";
import type { Operand } from "./operand.ts";
import { malformed, QueryError } from "./query-error.ts";

export type Predicate<Subject> = (subject: Subject) => boolean;

/** What conditions are compiled with: WHERE stands on rows, HAVING on groups. */
export interface ConditionScope<Subject> {
  readonly environment: FilterEnvironment;
  operand(operand: QueryOperand): Operand<Subject>;
  /** The values of the only field of a semi-join or anti-join, in the form of the operand's kind. */
  subqueryValues(query: Query<number>, operand: Operand<Subject>): readonly Comparable[];
}

/**
 * A condition as a test. SOQL's logic has two values: null fails every ordering comparison, and `!=` and NOT IN hold for null.
 * Source: SOQL and SOSL Reference, Comparison Operators; Using null in a SOQL Query.
 */
export function compileCondition<Subject>(
  condition: Condition<number>,
  scope: ConditionScope<Subject>,
): Predicate<Subject> {
  switch (condition.kind) {
    case "and": {
      const parts = condition.conditions.map((part) => compileCondition(part, scope));
      return (subject) => parts.every((part) => part(subject));
    }
    case "or": {
      const parts = condition.conditions.map((part) => compileCondition(part, scope));
      return (subject) => parts.some((part) => part(subject));
    }
    case "not": {
      const inner = compileCondition(condition.condition, scope);
      return (subject) => !inner(subject);
    }
    case "comparison":
      return compileComparison(
        scope.operand(condition.operand),
        condition.operator,
        condition.value,
        scope,
      );
  }
}

function compileComparison<Subject>(
  operand: Operand<Subject>,
  operator: Comparison,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): Predicate<Subject> {
  if (operand.kind === "unfilterable" || operand.field?.isFilterable === false)
    throw notFilterable(operand.name);
  const isOfCollection =
    value.kind === "bind" && boundElements(scope.environment.binds[value.bind]) !== null;
  switch (operator) {
    case "=":
      // `= :collection` means IN: what the platform does, though no document says so.
      if (isOfCollection) return oneOf(operand, valuesOf(operand, value, scope));
      return equals(operand, scalarOf(operand, value, scope));
    case "!=":
      if (isOfCollection) return negate(oneOf(operand, valuesOf(operand, value, scope)));
      return negate(equals(operand, scalarOf(operand, value, scope)));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered(operand, operator, scalarOf(operand, value, scope));
    case "LIKE":
      return like(operand, value, scope);
    case "IN":
      return oneOf(operand, listed(operand, value, scope));
    case "NOT IN":
      return negate(oneOf(operand, listed(operand, value, scope)));
    case "INCLUDES":
      return includes(operand, value, scope);
    case "EXCLUDES":
      return negate(includes(operand, value, scope));
  }
}

/** IN of a collection that is null: what EDA's tests expect of the platform. */
function refuseNullBind<Subject>(value: QueryValue<number>, scope: ConditionScope<Subject>): void {
  if (value.kind === "bind" && (scope.environment.binds[value.bind] ?? null) === null)
    raiseNullPointer();
}

function notFilterable(name: string): QueryError {
  return new QueryError("INVALID_FIELD", `field '${name}' can not be filtered in a query call`);
}

function negate<Subject>(predicate: Predicate<Subject>): Predicate<Subject> {
  return (subject) => !predicate(subject);
}

function scalarOf<Subject>(
  operand: Operand<Subject>,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): FilterValue {
  return filterValue(value, operand, scope.environment);
}

function reader<Subject>(operand: Operand<Subject>): (subject: Subject) => Comparable {
  return (subject) => comparable(operand.kind, operand.read(subject));
}

function equals<Subject>(operand: Operand<Subject>, value: FilterValue): Predicate<Subject> {
  const read = reader(operand);
  if (value.kind === "range") {
    return (subject) => {
      const actual = read(subject);
      return typeof actual === "number" && actual >= value.start && actual < value.end;
    };
  }
  const wanted = value.value;
  if (wanted === null) return (subject) => isNull(read(subject));
  return (subject) => {
    const actual = read(subject);
    return actual !== null && compare(actual, wanted) === 0;
  };
}

function isNull(value: Comparable): boolean {
  return value === null || value === "";
}

function ordered<Subject>(
  operand: Operand<Subject>,
  operator: "<" | "<=" | ">" | ">=",
  value: FilterValue,
): Predicate<Subject> {
  if (operand.kind === "boolean" || operand.kind === "multipicklist") {
    throw new QueryError(
      "INVALID_FIELD",
      `invalid operator on ${operand.kind} field: ${operand.name}`,
    );
  }
  const read = reader(operand);
  const bound = boundary(operator, value);
  if (bound === null) return () => false;
  return (subject) => {
    const actual = read(subject);
    if (actual === null) return false;
    const order = compare(actual, bound.at);
    return bound.below
      ? order < 0 || (bound.inclusive && order === 0)
      : order > 0 || (bound.inclusive && order === 0);
  };
}

/** A date literal is a range: before it means before its start, up to it means before its end. */
function boundary(
  operator: "<" | "<=" | ">" | ">=",
  value: FilterValue,
): { readonly at: Comparable; readonly below: boolean; readonly inclusive: boolean } | null {
  const below = operator === "<" || operator === "<=";
  if (value.kind === "scalar") {
    return value.value === null
      ? null
      : { at: value.value, below, inclusive: operator.endsWith("=") };
  }
  switch (operator) {
    case "<":
      return { at: value.start, below, inclusive: false };
    case "<=":
      return { at: value.end, below, inclusive: false };
    case ">":
      return { at: value.end, below, inclusive: true };
    case ">=":
      return { at: value.start, below, inclusive: true };
  }
}

function like<Subject>(
  operand: Operand<Subject>,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): Predicate<Subject> {
  if (operand.kind !== "text" && operand.kind !== "caseSensitiveText") {
    throw new QueryError(
      "INVALID_QUERY_FILTER_OPERATOR",
      `invalid operator on ${operand.kind} field: ${operand.name}`,
    );
  }
  const patterns = textsOf(value, scope).map((text) => likePattern(text, operand.kind === "text"));
  return (subject) => {
    const actual = operand.read(subject);
    return typeof actual === "string" && patterns.some((matches) => matches(actual));
  };
}

function textsOf<Subject>(
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): readonly string[] {
  if (value.kind === "string") return [value.value];
  if (value.kind === "list") return value.values.flatMap((element) => textsOf(element, scope));
  if (value.kind !== "bind") throw malformed("LIKE needs a string");
  const bound = scope.environment.binds[value.bind];
  return (boundElements(bound) ?? [bound]).filter((element) => typeof element === "string");
}

/** What stands behind IN: values in parentheses, a semi-join or a bind. */
function listed<Subject>(
  operand: Operand<Subject>,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): readonly Comparable[] {
  refuseNullBind(value, scope);
  const isIterable =
    value.kind === "bind"
      ? boundElements(scope.environment.binds[value.bind]) !== null
      : value.kind === "list" || value.kind === "subquery";
  if (!isIterable) throw malformed("IN operator must be used with an iterable expression");
  return valuesOf(operand, value, scope);
}

/** The values of an IN list, in the form of the operand's kind. */
export function valuesOf<Subject>(
  operand: Operand<Subject>,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): readonly Comparable[] {
  if (value.kind === "list") {
    refuseCollections(operand, value, scope);
    return value.values.flatMap((element) => valuesOf(operand, element, scope));
  }
  if (value.kind === "subquery") return scope.subqueryValues(value.query, operand);
  if (value.kind === "bind") {
    const elements = boundElements(scope.environment.binds[value.bind]);
    if (elements !== null) return elements.map((element) => bindValue(element, operand));
  }
  const single = scalarOf(operand, value, scope);
  if (single.kind === "range") throw malformed("a date literal cannot stand in a list");
  return [single.value];
}

/** `IN (:ids)`: what stands between the parentheses is a value, not a collection of them. */
function refuseCollections<Subject>(
  operand: Operand<Subject>,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): void {
  if (value.kind === "list")
    for (const element of value.values) refuseCollections(operand, element, scope);
  if (value.kind !== "bind") return;
  const bound = scope.environment.binds[value.bind];
  if (boundElements(bound) === null) return;
  const [type] = shortTypeName(runtimeTypeOf(bound)).split("<");
  const column = operand.field?.apexType ?? operand.name;
  throw malformed(`Invalid bind expression type of ${type ?? ""} for column of type ${column}`);
}

function oneOf<Subject>(
  operand: Operand<Subject>,
  values: readonly Comparable[],
): Predicate<Subject> {
  const read = reader(operand);
  const simple = new Set<string | number | boolean>(
    values.filter((value) => typeof value !== "object"),
  );
  const exact = values.filter((value) => typeof value === "object" && value !== null);
  const matchesNull = values.includes(null);
  return (subject) => {
    const actual = read(subject);
    if (isNull(actual)) return matchesNull;
    return (
      (typeof actual !== "object" && simple.has(actual)) ||
      exact.some((value) => compare(actual, value) === 0)
    );
  };
}

function includes<Subject>(
  operand: Operand<Subject>,
  value: QueryValue<number>,
  scope: ConditionScope<Subject>,
): Predicate<Subject> {
  if (operand.kind !== "multipicklist") {
    throw new QueryError(
      "INVALID_FIELD",
      `includes and excludes are only valid on multi-select picklists: ${operand.name}`,
    );
  }
  refuseCollections(operand, value, scope);
  const combinations = textsOf(value, scope).map((text) => text.toLowerCase().split(";"));
  return (subject) => {
    const actual = operand.read(subject);
    if (typeof actual !== "string") return false;
    const chosen = new Set(actual.toLowerCase().split(";"));
    return combinations.some((combination) => combination.every((word) => chosen.has(word)));
  };
}
