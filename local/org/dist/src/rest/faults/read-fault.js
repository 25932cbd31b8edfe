/** A fault as `/_local/faults` takes it: `{"kind": "timeout", "count": 2, "holdMs": 30000}`. Without a count it stands until it is cleared. */
import { RestError } from "../rest-error.js";
const DEFAULT_HOLD_MS = 60_000;
const KINDS = ["unavailable", "timeout", "latency", "quotaExhausted", "lockedRow"];
/** @throws RestError 400 */
export function readFault(body) {
    if (typeof body !== "object" || body === null)
        throw refused("The body must be a JSON object.");
    const given = new Map(Object.entries(body));
    const kind = KINDS.find((known) => known === given.get("kind"));
    if (kind === undefined)
        throw refused(`kind must be one of ${KINDS.join(", ")}, expiredTokens, duplicateDelivery.`);
    const count = given.has("count") ? whole(given, "count", 1) : null;
    switch (kind) {
        case "unavailable":
        case "quotaExhausted":
            return { kind, count };
        case "timeout":
            return {
                kind,
                count,
                holdMs: given.has("holdMs") ? whole(given, "holdMs", 0) : DEFAULT_HOLD_MS,
                isCarriedOut: given.get("isCarriedOut") === true,
            };
        case "latency":
            return { kind, count, ms: whole(given, "ms", 0) };
        case "lockedRow":
            return { kind, count, rows: given.has("rows") ? whole(given, "rows", 1) : 1 };
    }
}
function whole(given, name, least) {
    const value = given.get(name);
    if (typeof value !== "number" || !Number.isInteger(value) || value < least)
        throw refused(`${name} must be a whole number from ${least}.`);
    return value;
}
function refused(message) {
    return new RestError(400, "INVALID_FAULT", message);
}
