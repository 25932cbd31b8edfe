/** SObject.clone and the deep clones of lists. Source: Apex Reference, "SObject Class: clone". */
import type { SObjectValue } from "../runtime/sobject.ts";

export interface CloneOptions {
  readonly keepId: boolean;
  readonly keepReadonlyTimestamps: boolean;
  readonly keepAutonumber: boolean;
  readonly isDeep?: boolean;
}

const TIMESTAMPS = new Set(["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById"]);

/**
 * The parents of a deep clone are clones as well, with their ids: "All fields on the sObject are duplicated in memory, including
 * relationship fields."
 */
function cloneParents(record: SObjectValue): void {
  for (const [name, parent] of record.parents)
    if (parent !== null) {
      const cloned = parent.copy();
      cloneParents(cloned);
      record.parents.set(name, cloned);
    }
}

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
  if (options.isDeep === true) cloneParents(cloned);
  return cloned;
}
