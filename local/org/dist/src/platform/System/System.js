/** System.System: the static methods written as `System.debug(…)`. */
import { raise } from "../../runtime/exception.js";
import { equalOperands, equalValues } from "../../runtime/equality.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { toId18 } from "../../runtime/id.js";
import { currentLine } from "../../runtime/stack.js";
import { concatText } from "../../runtime/text.js";
import { transaction } from "../../runtime/transaction.js";
import { hashOf } from "./Object.js";
import { platformType } from "../../runtime/behaviour.js";
import { dayInZone } from "../../runtime/time-zones.js";
function debug(level, message) {
    transaction().debug({ level, text: concatText(message), line: currentLine() });
}
/** `Assertion Failed: message: Expected: 1, Actual: 2`; cannot be caught. */
export function failAssertion(message, details) {
    const parts = [
        "Assertion Failed",
        ...(message === null || message === undefined ? [] : [concatText(message)]),
        ...(details === "" ? [] : [details]),
    ];
    return raise("System.AssertException", parts.join(": "));
}
/** Texts by case, unlike ==. */
export function assertEqual(expected, actual, message = null) {
    if (!equalValues(expected, actual) && !isSameId(expected, actual))
        failAssertion(message, `Expected: ${concatText(expected)}, Actual: ${concatText(actual)}`);
}
/** An Id is equal to the text of its 15 characters. */
function isSameId(one, other) {
    if (typeof one !== "string" || typeof other !== "string" || one.length === other.length)
        return false;
    const id = toId18(one);
    return id !== null && id === toId18(other);
}
/** `Assertion Failed: message: Same value: 1`. */
export function assertNotEqual(expected, actual, message = null) {
    if (equalValues(expected, actual))
        failAssertion(message, `Same value: ${concatText(actual)}`);
}
export function assertTrue(condition, message = null) {
    if (condition !== true)
        failAssertion(message, "");
}
export const systemBehaviour = platformType({
    type: "System.System",
    statics: {
        "debug(Object)": (message) => debug("DEBUG", message),
        "debug(Object,Object)": (level, message) => debug(level.name, message),
        "Assert(Boolean)": assertTrue,
        "Assert(Boolean,Object)": assertTrue,
        assertEquals: assertEqual,
        assertNotEquals: assertNotEqual,
        now: () => new ApexDatetime(transaction().host.clock.now()),
        today: () => today(),
        currentTimeMillis: () => BigInt(transaction().host.clock.now()),
        equals: equalOperands,
        hashCode: hashOf,
        isBatch: () => transaction().quiddity === "BATCH_APEX",
        isFuture: () => transaction().quiddity === "FUTURE",
        isQueueable: () => transaction().quiddity === "QUEUEABLE",
        isScheduled: () => transaction().quiddity === "SCHEDULED",
    },
});
/** The day in the running user's time zone. */
export function today() {
    const running = transaction();
    return dayInZone(running.host.clock.now(), running.user.timeZone);
}
