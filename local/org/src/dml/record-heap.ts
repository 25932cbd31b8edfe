import { charge } from "../runtime/heap/charge.ts";
import type { SObjectValue } from "../runtime/sobject.ts";

/** What a query brings counts against the heap at once. */
export function chargeRecords(records: readonly SObjectValue[]): void {
  for (const { values, children } of records) {
    let bytes = 0;
    for (const value of values.values()) bytes += typeof value === "string" ? value.length + 4 : 12;
    charge(bytes);
    for (const list of children.values()) chargeRecords(list.items);
  }
}
