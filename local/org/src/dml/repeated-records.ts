import { raise } from "../runtime/exception.ts";
import type { DmlRequest } from "../runtime/host.ts";

/** The same record twice in one call is refused before anything is saved. */
export function refuseRepeatedRecords(request: DmlRequest): void {
  const { operation, records } = request;
  if (operation === "insert" || operation === "upsert") {
    if (new Set(records).size < records.length) {
      raise(
        "System.ListException",
        "Before Insert or Upsert list must not have two identically equal elements",
      );
    }
  }
  if (operation === "insert" || operation === "merge") return;
  const seen = new Set<string>();
  for (const { id } of records) {
    if (id !== null && seen.has(id)) raise("System.ListException", `Duplicate id in list: ${id}`);
    if (id !== null) seen.add(id);
  }
}
