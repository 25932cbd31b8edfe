export const DELIMITERS = {
    BACKQUOTE: "`",
    CARET: "^",
    COMMA: ",",
    PIPE: "|",
    SEMICOLON: ";",
    TAB: "\t",
};
export function isDelimiterName(name) {
    return typeof name === "string" && name in DELIMITERS;
}
/** Rows of cells; empty lines are left out. Both line endings are read. */
export function parseCsv(text, delimiter) {
    const rows = [];
    let row = [];
    let at = text.startsWith("\uFEFF") ? 1 : 0;
    const endRow = () => {
        if (row.length > 1 || row[0] !== "")
            rows.push(row);
        row = [];
    };
    while (at < text.length) {
        let cell;
        if (text[at] === '"') {
            const end = closingQuote(text, at + 1);
            if (end < 0)
                return { ok: false, error: `Unterminated quote in row ${rows.length + 1}` };
            cell = text.slice(at + 1, end).replaceAll('""', '"');
            at = end + 1;
        }
        else {
            let end = at;
            while (end < text.length &&
                text[end] !== delimiter &&
                text[end] !== "\n" &&
                text[end] !== "\r")
                end += 1;
            cell = text.slice(at, end);
            at = end;
        }
        row.push(cell);
        const next = text[at];
        if (next === delimiter) {
            at += 1;
            // A delimiter at the very end is followed by one more, empty cell.
            if (at === text.length)
                row.push("");
        }
        else if (next === "\r" || next === "\n") {
            at += next === "\r" && text[at + 1] === "\n" ? 2 : 1;
            endRow();
        }
        else if (next !== undefined) {
            return { ok: false, error: `Unexpected text after a quote in row ${rows.length + 1}` };
        }
    }
    if (row.length > 0)
        endRow();
    return { ok: true, value: rows };
}
function closingQuote(text, from) {
    for (let at = from;; at += 2) {
        at = text.indexOf('"', at);
        if (at < 0 || text[at + 1] !== '"')
            return at;
    }
}
export function csvLine(cells, { delimiter, lineEnding }) {
    return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnding;
}
