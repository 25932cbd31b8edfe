/** What `record.setOptions(options)` says of saving that record, whichever list it is saved in. */
import type { SObjectValue } from "./sobject.ts";

export interface RecordOptions {
  readonly allowFieldTruncation: boolean | null;
  readonly duplicateRuleHeader: { readonly allowSave: boolean | null };
}

const OPTIONS = new WeakMap<SObjectValue, RecordOptions>();

export function recordOptions(record: SObjectValue): RecordOptions | null {
  return OPTIONS.get(record) ?? null;
}

export function setRecordOptions(record: SObjectValue, options: RecordOptions | null): void {
  if (options === null) OPTIONS.delete(record);
  else OPTIONS.set(record, options);
}
