import type { ApexBlob } from "../runtime/blob.ts";
import type { ApexDate } from "../runtime/date.ts";
import type { ApexDatetime } from "../runtime/datetime.ts";
import type { ApexDecimal } from "../runtime/decimal.ts";
import type { ApexDouble } from "../runtime/double.ts";
import type { ApexTime } from "../runtime/time.ts";

/** What a field holds: the immutable Apex values, as the field's Apex type says. Ids are 18-character strings. */
export type StoredValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | ApexDecimal
  | ApexDouble
  | ApexDate
  | ApexDatetime
  | ApexTime
  | ApexBlob;

/** Canonical field name → value. A name that is missing reads as null. */
export type RowValues = Readonly<Record<string, StoredValue>>;

/** A lookup that was emptied because its target was deleted. */
export interface ReleasedLookup {
  readonly object: string;
  readonly id: string;
  readonly field: string;
}

/** One version of a stored record. Never changed in place: a write puts another row in its place, so an undo keeps the old one. */
export interface Row {
  readonly object: string;
  readonly id: string;
  readonly values: RowValues;
  /** In the recycle bin: hidden from queries without ALL ROWS. */
  readonly isDeleted: boolean;
  /** Out of the recycle bin for good: no undelete brings it back; ALL ROWS still finds it. */
  readonly isErased?: true;
  /** See Approval.lock. */
  readonly isLocked?: true;
  /** The record whose delete took this one along: an undelete of it brings this one back. */
  readonly deletedWith?: string;
  /** Lookups to this record that its delete emptied: an undelete fills them again. */
  readonly released?: readonly ReleasedLookup[];
}
