/** What platform caches hold: for the org as long as it runs, for a test as long as the test. */
import { outermost } from "../../async/outbox.js";
import { transaction } from "../../runtime/transaction.js";
import { detachedCopy } from "./detached-copy.js";
const byHost = new WeakMap();
const OF_TEST = Symbol("platform cache");
function segments() {
    const running = transaction();
    if (running.isTest)
        return outermost(running).attachment(OF_TEST, () => new Map());
    let known = byHost.get(running.host);
    if (known === undefined) {
        known = new Map();
        byHost.set(running.host, known);
    }
    return known;
}
/** `kind` is org, or session; a session is a user's. */
export function segmentOf(kind, partition) {
    const owner = kind === "org" ? "" : transaction().user.id;
    const name = `${kind} ${owner} ${partition.toLowerCase()}`;
    const all = segments();
    let segment = all.get(name);
    if (segment === undefined) {
        segment = new Map();
        all.set(name, segment);
    }
    return segment;
}
/** undefined where nothing is cached, or no longer. */
export function readEntry(segment, key) {
    const entry = segment.get(key);
    if (entry === undefined || entry.expiresAtMs > transaction().host.clock.now())
        return entry;
    segment.delete(key);
    return undefined;
}
export function writeEntry(segment, key, value, timeToLiveSeconds) {
    segment.set(key, {
        value: detachedCopy(value),
        expiresAtMs: transaction().host.clock.now() + timeToLiveSeconds * 1000,
    });
}
export function liveKeys(segment) {
    return [...segment.keys()].filter((key) => readEntry(segment, key) !== undefined);
}
