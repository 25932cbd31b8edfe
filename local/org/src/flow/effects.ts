/**
 * What an interview asks of the org, and what it is answered. Interviews are pure: they stop at each of these, and whoever runs them
 * carries out those that have stopped at the same element together.
 */
import type { SObjectValue } from "../runtime/sobject.ts";

/** A comparison with values that are settled. */
export interface SettledFilter {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
}

export interface RecordQuery {
  readonly object: string;
  readonly filters: readonly SettledFilter[];
  /** `and`, `or`, `1 AND (2 OR 3)`. */
  readonly logic: string;
  /** null: all. */
  readonly fields: readonly string[] | null;
  readonly sortField: string | null;
  readonly isDescending: boolean;
  readonly limit: number | null;
}

export type FlowEffect = {
  /** The flow and its element, with those of the flows around it. */
  readonly at: string;
} & (
  | {
      readonly kind: "query";
      readonly query: RecordQuery;
      readonly verb: "look up" | "update" | "delete";
    }
  | {
      readonly kind: "write";
      readonly operation: "insert" | "update" | "delete";
      readonly records: readonly SObjectValue[];
    }
  | {
      readonly kind: "apexAction";
      readonly className: string;
      readonly inputs: ReadonlyMap<string, unknown>;
    }
);

export type FlowAnswer =
  | { readonly kind: "records"; readonly records: readonly SObjectValue[] }
  | { readonly kind: "written" }
  | { readonly kind: "outputs"; readonly outputs: ReadonlyMap<string, unknown> }
  | { readonly kind: "fault"; readonly message: string };
