/** What System.JSON refuses, in its own words; positions as the platform gives them, 1-based. */
import { raise } from "../../runtime/exception.js";
export function refuseJson(message, at = null) {
    return raise("System.JSONException", at === null ? message : `${message} at [line:${at.line}, column:${at.column}]`);
}
export function positionIn(text, offset) {
    const before = text.slice(0, offset);
    const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
    return { line: before.split(/\r\n|\r|\n/).length, column: before.length - lineStart + 1 };
}
