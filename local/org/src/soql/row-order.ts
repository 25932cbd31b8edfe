import type { OrderBy } from "../syntax/query.ts";
import { type Comparable, comparable, compare } from "./comparison-kind.ts";
import type { Operand } from "./operand.ts";
import { QueryError } from "./query-error.ts";

/**
 * Sorts by ORDER BY: nulls first unless told otherwise, texts without regard to case, picklists in the order of their values.
 * Source: SOQL and SOSL Reference, ORDER BY.
 */
export function orderRows<Subject>(
  subjects: readonly Subject[],
  orderBy: readonly OrderBy[],
  operandOf: (order: OrderBy) => Operand<Subject>,
): readonly Subject[] {
  if (orderBy.length === 0) return subjects;
  const orders = orderBy.map((order) => ({ ...order, key: sortKey(operandOf(order)) }));
  const keyed = subjects.map((subject) => ({
    subject,
    keys: orders.map((order) => order.key(subject)),
  }));
  keyed.sort((left, right) => {
    for (const [index, order] of orders.entries()) {
      const result = compareWithNulls(left.keys[index] ?? null, right.keys[index] ?? null, order);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ subject }) => subject);
}

function compareWithNulls(left: Comparable, right: Comparable, order: OrderBy): number {
  if (left === null || right === null) {
    if (left === right) return 0;
    const nullsFirst = order.nulls !== "last";
    return (left === null) === nullsFirst ? -1 : 1;
  }
  const result = compare(left, right);
  return order.descending ? -result : result;
}

/** As many as the largest value set needs. */
const RANK_DIGITS = 4;
/** Sorts after every digit: values that the picklist does not have come last, by their text, which two suites rely on (LREngine, dlrs). */
const UNLISTED = "~";

/** @throws QueryError */
export function checkSortable<Subject>({ kind, field, name }: Operand<Subject>): void {
  if (kind !== "unfilterable" && field?.isSortable !== false) return;
  throw new QueryError("INVALID_FIELD", `field '${name}' can not be sorted in a query call`);
}

function sortKey<Subject>(operand: Operand<Subject>): (subject: Subject) => Comparable {
  const { field } = operand;
  checkSortable(operand);
  if (field?.type === "picklist" && field.picklistValues.length > 0) {
    const ranks = new Map(
      field.picklistValues.map(({ value }, rank) => [
        value.toLowerCase(),
        String(rank).padStart(RANK_DIGITS, "0"),
      ]),
    );
    return (subject) => {
      const value = operand.read(subject);
      if (typeof value !== "string") return null;
      const folded = value.toLowerCase();
      return ranks.get(folded) ?? UNLISTED + folded;
    };
  }
  if (operand.kind === "caseSensitiveText") {
    return (subject) => {
      const value = operand.read(subject);
      return typeof value === "string" ? value.toLowerCase() : null;
    };
  }
  return (subject) => comparable(operand.kind, operand.read(subject));
}
