import type { DmlOutcome } from "../runtime/host.ts";
import { toId18 } from "../runtime/id.ts";
import type { RecordStore } from "../store/record-store.ts";
import { saveError } from "./save-error.ts";

/** Takes a record out of the recycle bin for good. */
export function eraseRecord(store: RecordStore, id: string): DmlOutcome {
  const row = store.find(toId18(id) ?? "");
  if (row === undefined || !row.isDeleted || row.isErased === true) {
    return {
      id,
      isSuccess: false,
      isCreated: false,
      errors: [saveError("INVALID_ID_FIELD", "Record is not in the recycle bin")],
    };
  }
  store.erase(row);
  return { id, isSuccess: true, isCreated: false, errors: [] };
}
