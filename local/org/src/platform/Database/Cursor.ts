/** Database.Cursor. Source: Apex Developer Guide, "Apex Cursors"; Apex Reference, "Cursor Class". */
import { raise } from "../../runtime/exception.ts";
import type { RecordCursor } from "../../runtime/host.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class CursorValue {
  readonly records: RecordCursor;

  constructor(records: RecordCursor) {
    this.records = records;
  }
}

function fetch({ records }: CursorValue, position: number | null, count: number | null): unknown {
  const from = required(position);
  const size = required(count);
  if (from < 0 || from > records.size)
    raise("System.InvalidParameterValueException", `Invalid cursor position: ${from}`);
  if (size < 0 || size > MAX_FETCHED)
    raise("System.InvalidParameterValueException", `Invalid number of rows to fetch: ${size}`);
  return records.fetch(from, size);
}

/** Rows a fetch may ask for; public suites divide larger ones. */
const MAX_FETCHED = 2000;

export const cursorBehaviour = platformType({
  type: "Database.Cursor",
  implementation: CursorValue,
  methods: { fetch, getNumRecords: ({ records }: CursorValue) => records.size },
});
