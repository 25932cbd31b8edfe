const tables = new Map();
/** `script` is the name the script was compiled under. */
export function registerScript(script, table) {
    tables.set(script, table);
}
export function isApexScript(script) {
    return script !== null && script !== undefined && tables.has(script);
}
/** Deep enough for any Apex stack a person reads; deeper frames are dropped. */
const STACK_DEPTH = 100;
Error.stackTraceLimit = Math.max(Error.stackTraceLimit, STACK_DEPTH);
function isCallSites(value) {
    return Array.isArray(value);
}
/** The call sites of something `Error.captureStackTrace` saw, or of an Error nobody has printed yet. */
export function callSitesOf(holder) {
    // Only put back where it was: it is never called from here.
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const saved = Error.prepareStackTrace;
    Error.prepareStackTrace = (_error, sites) => sites;
    try {
        // While the hook is in place, `stack` is what the hook returns: not text.
        const sites = holder.stack;
        return isCallSites(sites) ? sites : [];
    }
    finally {
        Error.prepareStackTrace = saved;
    }
}
/** An error's own stack as text, also after its call sites were read: V8 keeps whatever the first reader made of it. */
export function stackTextOf(error) {
    const stack = error.stack;
    if (typeof stack === "string")
        return stack;
    const sites = isCallSites(stack) ? stack : [];
    return [`${error.name}: ${error.message}`, ...sites.map(siteText)].join("\n");
}
function siteText(site) {
    const place = `${site.getFileName() ?? "?"}:${site.getLineNumber() ?? 0}:${site.getColumnNumber() ?? 0}`;
    return `    at ${site.getFunctionName() ?? "anonymous"} (${place})`;
}
export function frameOf(site) {
    const script = site.getFileName();
    const table = script === null ? undefined : tables.get(script);
    const line = site.getLineNumber();
    const column = site.getColumnNumber();
    if (table === undefined || line === null || column === null)
        return null;
    const origin = table.find(line, column);
    return origin === null ? null : { name: origin.frame, line: origin.line, column: 1 };
}
/** A trigger is where a stack ends: what made it run, by DML, is not part of it. */
export function stackFramesOf(holder) {
    const frames = callSitesOf(holder)
        .map(frameOf)
        .filter((frame) => frame !== null);
    const trigger = frames.findIndex((frame) => frame.name.startsWith("Trigger."));
    return trigger < 0 ? frames : frames.slice(0, trigger + 1);
}
/** The Apex line that is running, for the debug log; 0 outside Apex. */
export function currentLine() {
    const holder = {};
    Error.captureStackTrace(holder, currentLine);
    for (const site of callSitesOf(holder)) {
        const frame = frameOf(site);
        if (frame !== null)
            return frame.line;
    }
    return 0;
}
