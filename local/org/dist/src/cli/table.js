const GAP = "  ";
export function tableOf(records) {
    const rows = records.map(cellsOf);
    const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => (row.get(column) ?? "").length)));
    const line = (cells) => cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join(GAP)
        .trimEnd();
    const count = `${records.length} ${records.length === 1 ? "record" : "records"}`;
    if (columns.length === 0)
        return [count];
    return [
        line(columns),
        line(widths.map((width) => "─".repeat(width))),
        ...rows.map((row) => line(columns.map((column) => row.get(column) ?? ""))),
        count,
    ];
}
function cellsOf(record) {
    const cells = new Map();
    for (const [name, value] of Object.entries(record)) {
        if (name === "attributes")
            continue;
        if (isRecord(value) && "attributes" in value) {
            for (const [below, cell] of cellsOf(value))
                cells.set(`${name}.${below}`, cell);
        }
        else if (isRecord(value) && "totalSize" in value) {
            cells.set(name, `(${String(value["totalSize"])})`);
        }
        else
            cells.set(name, cellText(value));
    }
    return cells;
}
/** Numbers print as JSON does: a Decimal keeps its digits. */
function cellText(value) {
    if (value === null || value === undefined)
        return "";
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.replaceAll(/\s+/g, " ");
}
function isRecord(value) {
    // A number with exact digits is an object too, without properties of its own that matter here.
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
