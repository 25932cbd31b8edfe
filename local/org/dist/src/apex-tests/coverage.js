/** Every class and trigger that is no test, loaded or not: what no test reached counts as not covered. */
export function coverageOf(project, loaded) {
    const byFile = new Map(loaded.map((coverage) => [coverage.file, coverage]));
    return [...project.classes.filter(({ isTest }) => !isTest), ...project.triggers].flatMap(({ name, file, emitted }) => {
        const executable = emitted?.executableLines ?? [];
        if (executable.length === 0)
            return [];
        const coveredLines = byFile.get(file)?.coveredLines ?? [];
        const isCovered = new Set(coveredLines);
        return [
            {
                class: name,
                file,
                lines: executable.length,
                covered: coveredLines.length,
                coveredLines,
                uncoveredLines: executable.filter((line) => !isCovered.has(line)),
            },
        ];
    });
}
/** Whole percent, rounded down: 100 means every line. */
export function percentCovered(coverage) {
    const lines = coverage.reduce((sum, each) => sum + each.lines, 0);
    const covered = coverage.reduce((sum, each) => sum + each.covered, 0);
    return lines === 0 ? 100 : Math.floor((100 * covered) / lines);
}
