/** Database.Cursor. Source: Apex Developer Guide, "Apex Cursors"; Apex Reference, "Cursor Class". */
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export class CursorValue {
    records;
    constructor(records) {
        this.records = records;
    }
}
function fetch({ records }, position, count) {
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
    methods: { fetch, getNumRecords: ({ records }) => records.size },
});
