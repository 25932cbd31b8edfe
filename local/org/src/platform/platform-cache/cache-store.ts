/** What platform caches hold: for the org as long as it runs, for a test as long as the test. */
import { outermost } from "../../async/outbox.ts";
import type { Host } from "../../runtime/host.ts";
import { transaction } from "../../runtime/transaction.ts";
import { detachedCopy } from "./detached-copy.ts";

interface CacheEntry {
  readonly value: unknown;
  readonly expiresAtMs: number;
}

/** One partition of the org's or the session's cache. */
export type CacheSegment = Map<string, CacheEntry>;

type Segments = Map<string, CacheSegment>;

const byHost = new WeakMap<Host, Segments>();
const OF_TEST = Symbol("platform cache");

function segments(): Segments {
  const running = transaction();
  if (running.isTest)
    return outermost(running).attachment<Segments>(OF_TEST, () => new Map<string, CacheSegment>());
  let known = byHost.get(running.host);
  if (known === undefined) {
    known = new Map();
    byHost.set(running.host, known);
  }
  return known;
}

/** `kind` is org, or session; a session is a user's. */
export function segmentOf(kind: "org" | "session", partition: string): CacheSegment {
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
export function readEntry(segment: CacheSegment, key: string): CacheEntry | undefined {
  const entry = segment.get(key);
  if (entry === undefined || entry.expiresAtMs > transaction().host.clock.now()) return entry;
  segment.delete(key);
  return undefined;
}

export function writeEntry(
  segment: CacheSegment,
  key: string,
  value: unknown,
  timeToLiveSeconds: number,
): void {
  segment.set(key, {
    value: detachedCopy(value),
    expiresAtMs: transaction().host.clock.now() + timeToLiveSeconds * 1000,
  });
}

export function liveKeys(segment: CacheSegment): string[] {
  return [...segment.keys()].filter((key) => readEntry(segment, key) !== undefined);
}
