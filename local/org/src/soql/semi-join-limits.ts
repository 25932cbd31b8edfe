/**
 * Where semi-joins and anti-joins may stand, and how many of them.
 * Source: SOQL and SOSL Reference, Comparison Operators, "Semi-Joins with IN and Anti-Joins with NOT IN".
 */
import type { Condition, Query } from "../syntax/query.ts";

const MOST = 2;

interface Place {
  readonly query: Query<unknown>;
  /** What it stands under, the innermost first to be refused. */
  readonly under: "or" | "not" | null;
}

/** Why Salesforce refuses the semi-joins of a query, in its words; null where it takes them. */
export function semiJoinRefusal(query: Query<unknown>): string | null {
  const places = query.where === null ? [] : placesIn(query.where, null);
  if (places.length > MOST) return `Maximum ${MOST} semi join sub-selects are allowed`;
  for (const { query: inner, under } of places) {
    if (under !== null)
      return `Semi join sub-selects are not allowed with the '${under.toUpperCase()}' operator`;
    if (inner.where !== null && placesIn(inner.where, null).length > 0)
      return "Nesting of semi join sub-selects is not supported";
    if (objectOf(inner) === objectOf(query))
      return "The inner and outer selects should not be on the same object type";
    const clause = refusedClause(inner);
    if (clause !== null) return `${clause} is not supported in semi join sub-selects`;
  }
  return null;
}

function placesIn(condition: Condition<unknown>, under: Place["under"]): readonly Place[] {
  switch (condition.kind) {
    case "and":
      return condition.conditions.flatMap((part) => placesIn(part, under));
    case "or":
      return condition.conditions.flatMap((part) => placesIn(part, "or"));
    case "not":
      return placesIn(condition.condition, under ?? "not");
    case "comparison":
      return condition.value.kind === "subquery" ? [{ query: condition.value.query, under }] : [];
  }
}

function objectOf(query: Query<unknown>): string {
  return query.from[0]?.path.join(".").toLowerCase() ?? "";
}

/** Source: the same, "Subqueries": COUNT, FOR UPDATE, ORDER BY, and LIMIT. */
function refusedClause(query: Query<unknown>): string | null {
  if (query.orderBy.length > 0) return "ORDER BY";
  if (query.limit !== null) return "LIMIT";
  return query.forUpdate ? "FOR UPDATE" : null;
}
