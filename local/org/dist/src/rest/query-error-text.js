import { parseQuery } from "../syntax/parse.js";
import { RestError } from "./rest-error.js";
/** Characters shown on either side of the place. */
const AROUND = 40;
export function queryRefusal(error, text) {
    const at = placeOf(error, text);
    const message = at === null ? error.message : `${pointedAt(text, at)}\n${error.message}`;
    return new RestError(400, error.code, message);
}
function placeOf({ code, message }, text) {
    if (code === "MALFORMED_QUERY") {
        const parsed = parseQuery(text);
        return "error" in parsed ? parsed.error.at : null;
    }
    // The first quoted word of the message is the name that is not known.
    const name = /'([\w.]+)'/.exec(message)?.[1];
    if (name === undefined)
        return null;
    const escaped = name.replaceAll(".", "\\.");
    const offset = text.search(new RegExp(`(?<![\\w.])(?:\\w+\\.)*${escaped}(?!\\w)`, "i"));
    if (offset < 0)
        return null;
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
function pointedAt(text, { line, column }) {
    const shown = text.split("\n")[line - 1] ?? "";
    const from = Math.max(0, column - 1 - AROUND);
    const excerpt = shown.slice(from, column - 1 + AROUND);
    const caret = `${" ".repeat(column - 1 - from)}^`;
    return `\n${excerpt}\n${caret}\nERROR at Row:${line}:Column:${column}`;
}
