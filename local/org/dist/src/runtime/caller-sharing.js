import { callSitesOf, frameOf } from "./stack.js";
import { inTransaction, transaction } from "./transaction.js";
export function callerSharing() {
    let outermost;
    for (const name of apexFrames()) {
        // Triggers run in system mode, anonymous blocks with the rights of their user.
        if (name.startsWith("Trigger."))
            return "without";
        if (name.startsWith("AnonymousBlock"))
            return "with";
        const declared = sharingOfClass(className(name));
        if (declared === "with" || declared === "without")
            return declared;
        outermost = declared;
    }
    // What begins a transaction itself: only components heed sharing unasked.
    if (outermost === "inherited")
        return "with";
    return transaction().quiddity === "AURA" ? "with" : "without";
}
/** Of the running transaction, the innermost first: a job that a test waits for is none of the test's calls. */
function apexFrames() {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = Number.POSITIVE_INFINITY;
    const holder = {};
    Error.captureStackTrace(holder, callerSharing);
    Error.stackTraceLimit = limit;
    const sites = callSitesOf(holder);
    const end = sites.findIndex((site) => site.getFunctionName() === inTransaction.name);
    return sites.slice(0, end < 0 ? sites.length : end).flatMap((site) => frameOf(site)?.name ?? []);
}
/** `Class.Outer.Inner.method` → `Outer.Inner`. */
function className(frame) {
    return frame.split(".").slice(1, -1).join(".");
}
/** What a class declares, or a class it extends: an inner class has nothing of the one around it. */
function sharingOfClass(name) {
    let of = transaction().classes.find(name)?.definition ?? null;
    while (of !== null && of.sharing === null)
        of = of.superclass;
    return of?.sharing ?? null;
}
