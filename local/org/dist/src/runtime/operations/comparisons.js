import { equalIds, equalOperands, equalStrings } from "../equality.js";
function compareTexts(a, b) {
    if (a === b)
        return 0;
    if (a === null)
        return -1;
    if (b === null)
        return 1;
    const left = a.toLowerCase();
    const right = b.toLowerCase();
    return left < right ? -1 : left > right ? 1 : 0;
}
function difference(a, b) {
    return a === undefined || b === undefined ? Number.NaN : a - b;
}
export const comparisonOperations = {
    isLess: (a, b) => a !== null && b !== null && a < b,
    isLessOrEqual: (a, b) => a !== null && b !== null && a <= b,
    isGreater: (a, b) => a !== null && b !== null && a > b,
    isGreaterOrEqual: (a, b) => a !== null && b !== null && a >= b,
    compareDoubles: (a, b) => difference(a?.value, b?.value),
    compareDecimals: (a, b) => a === null || b === null ? Number.NaN : a.compare(b),
    compareStrings: compareTexts,
    compareIds: (a, b) => equalIds(a, b) ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1,
    compareDates: (a, b) => difference(a?.days, b?.days),
    compareDatetimes: (a, b) => difference(a?.epochMs, b?.epochMs),
    compareTimes: (a, b) => difference(a?.ms, b?.ms),
    equalStrings,
    equalIds,
    equalOperands,
    equalDoubles: (a, b) => a?.value === b?.value,
    equalDecimals: (a, b) => a === null || b === null ? a === b : a.equals(b),
};
