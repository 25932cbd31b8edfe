import type { SQLInputValue } from "node:sqlite";

const COMPARISONS = { gt: ">", gte: ">=", lt: "<", lte: "<=", eq: "=" } as const;

/** Seconds since 1970. */
export type CreatedRange = {
  readonly [Bound in keyof typeof COMPARISONS]?: number | undefined;
};

export interface PageQuery {
  /** No limit when absent. */
  readonly limit?: number | undefined;
  /** Ids of objects that are there. */
  readonly startingAfter?: string | undefined;
  readonly endingBefore?: string | undefined;
}

export interface Condition {
  readonly sql: string;
  readonly value: SQLInputValue[];
}

export function createdConditions(created: CreatedRange): Condition[] {
  return Object.entries(COMPARISONS).flatMap(([bound, comparison]) => {
    // Object.entries widens the keys it lists.
    const value = created[bound as keyof typeof COMPARISONS];
    return value === undefined ? [] : [{ sql: `created ${comparison} ?`, value: [value] }];
  });
}

/** Lists are newest first, so what comes after a cursor is older. */
export function cursorConditions(table: "events" | "objects", query: PageQuery): Condition[] {
  const sequence = `(SELECT sequence FROM ${table} WHERE id = ?)`;
  return [
    ...(query.startingAfter === undefined
      ? []
      : [{ sql: `sequence < ${sequence}`, value: [query.startingAfter] }]),
    ...(query.endingBefore === undefined
      ? []
      : [{ sql: `sequence > ${sequence}`, value: [query.endingBefore] }]),
  ];
}
