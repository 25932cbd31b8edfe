/** Which clauses of a query do not go together. */
import type { Query } from "../syntax/query.ts";

/** Why Salesforce refuses the clauses of a query; null where it takes them. */
export function clauseRefusal(query: Query<unknown>): string | null {
  const isOrdered = query.orderBy.length > 0;
  // Source: SOQL and SOSL Reference, FOR UPDATE.
  if (query.forUpdate && isOrdered) return "ORDER BY is not allowed in a query with FOR UPDATE";
  // Source: SOQL and SOSL Reference, COUNT() and COUNT(fieldName).
  const counts = query.select.some(
    (item) => item.kind === "function" && item.name === "COUNT" && item.arguments.length === 0,
  );
  if (counts && query.select.length > 1) return "COUNT() must be alone in the SELECT list";
  if (counts && isOrdered) return "COUNT() is not allowed in a query with ORDER BY";
  if (counts && query.groupBy !== null) return "COUNT() is not allowed in a query with GROUP BY";
  return null;
}
