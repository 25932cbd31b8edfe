/** SObject.clone and the deep clones of lists. Source: Apex Reference, "SObject Class: clone". */
import type { SObjectValue } from "../runtime/sobject.ts";

export interface CloneOptions {
  readonly keepId: boolean;
  readonly keepReadonlyTimestamps: boolean;
  readonly keepAutonumber: boolean;
}

const TIMESTAMPS = new Set(["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById"]);

export function cloneRecord(record: SObjectValue, options: CloneOptions): SObjectValue {
  const cloned = record.copy();
  cloned.isClone = true;
  cloned.cloneSourceId = record.id;
  for (const name of [...cloned.values.keys()]) {
    const isDropped =
      (name === "Id" && !options.keepId) ||
      (TIMESTAMPS.has(name) && !options.keepReadonlyTimestamps) ||
      (!options.keepAutonumber && (record.fieldDescribe(name)?.autoNumberFormat ?? null) !== null);
    if (isDropped) cloned.values.delete(name);
  }
  return cloned;
}
