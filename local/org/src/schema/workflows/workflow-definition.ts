/** Workflow rules and the field updates they make. Source: Metadata API Developer Guide, "Workflow". */
import type { FieldFilter } from "../schema.ts";

export type FieldUpdateValue =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "null" }
  /** The user, queue or record type of that name. */
  | {
      readonly kind: "lookup";
      readonly object: "User" | "Group" | "RecordType";
      readonly name: string;
    }
  /** The next or the previous value of a picklist. */
  | { readonly kind: "neighbour"; readonly step: 1 | -1 };

export interface FieldUpdate {
  readonly name: string;
  readonly field: string;
  readonly value: FieldUpdateValue;
  /** Whether rules are evaluated anew when it has changed the field. */
  readonly reevaluates: boolean;
}

export interface WorkflowRule {
  readonly name: string;
  readonly when: "created" | "created or changed" | "comes to meet the criteria";
  readonly filters: readonly FieldFilter[];
  /** `1 AND (2 OR 3)`; null: all of them. */
  readonly logic: string | null;
  /** Instead of filters. */
  readonly formula: string | null;
  readonly updates: readonly FieldUpdate[];
}
