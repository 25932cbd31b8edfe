export function lcovOf(coverage) {
    return coverage.map(recordOf).join("");
}
function recordOf({ file, coveredLines, uncoveredLines }) {
    const hits = [
        ...coveredLines.map((line) => ({ line, count: 1 })),
        ...uncoveredLines.map((line) => ({ line, count: 0 })),
    ].sort((a, b) => a.line - b.line);
    return [
        "TN:",
        `SF:${file}`,
        ...hits.map(({ line, count }) => `DA:${line},${count}`),
        `LF:${hits.length}`,
        `LH:${coveredLines.length}`,
        "end_of_record",
        "",
    ].join("\n");
}
