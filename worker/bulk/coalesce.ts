import type { AdmittedEvent } from "../event.ts";
import { isSuccessor, mergedPrevious, readPayload, type Payload } from "./successive-updates.ts";

/** What `Payload__c` holds. */
const MAX_PAYLOAD_LENGTH = 131_072;

/** An event that is sent, and the ids of those it stands for: they count as published once it is. */
export interface Carrier {
  readonly event: AdmittedEvent;
  /** Whether it is not as it came. */
  readonly isChanged: boolean;
  readonly carries: readonly string[];
}

interface Group {
  /** Sent as one: the last of a chain, with the chain's earlier ones in `carries`. */
  readonly latest: readonly Carrier[];
  readonly older: readonly string[];
}

/**
 * Leaves out what a newer event of the same type and object supersedes: Apex would find it stale. Newer is a later `created`; within
 * the same second only what the `previous_attributes` prove, and where they prove nothing all are sent.
 */
export function coalesce(events: readonly AdmittedEvent[]): Carrier[] {
  const groups = Map.groupBy(events, ({ type, objectId }) => `${type} ${objectId}`);
  return [...groups.values()].flatMap((group) =>
    group.length === 1 ? group.map(alone) : latestOf(group),
  );
}

function latestOf(events: readonly AdmittedEvent[]): readonly Carrier[] {
  const seconds = [...Map.groupBy(events, ({ createdAt }) => createdAt)].toSorted(
    ([a], [b]) => a - b,
  );
  let group: Group = { latest: [], older: [] };
  for (const [, sameSecond] of seconds) {
    const superseded = group.latest.flatMap(({ event, carries }) => [...carries, event.id]);
    group = { latest: chained(sameSecond), older: [...group.older, ...superseded] };
  }
  const [first, ...others] = group.latest;
  if (first === undefined) return [];
  return [{ ...first, carries: [...group.older, ...first.carries] }, ...others];
}

/** Events of one second as one, when what they say of their previous values puts them in one order. */
function chained(events: readonly AdmittedEvent[]): readonly Carrier[] {
  if (events.length === 1) return events.map(alone);
  const links = events.flatMap((event) => {
    const payload = readPayload(event.payload);
    return payload === null ? [] : [{ event, payload }];
  });
  if (links.length < events.length) return events.map(alone);
  const ordered = inOrder(links);
  const last = ordered?.at(-1);
  if (ordered === null || last === undefined) return events.map(alone);
  const previous = mergedPrevious(ordered.map(({ payload }) => payload));
  const payload = JSON.stringify({ ...last.payload, previous_attributes: previous });
  if (payload.length > MAX_PAYLOAD_LENGTH) return events.map(alone);
  const carries = ordered.slice(0, -1).map(({ event }) => event.id);
  return [{ event: { ...last.event, payload }, isChanged: true, carries }];
}

interface Link {
  readonly event: AdmittedEvent;
  readonly payload: Payload;
}

/**
 * From first to last: an event's place is the number of those it can only have come after. Null when two share a place, which they do
 * unless of every two exactly one can be the other's successor, without a circle.
 */
function inOrder(links: readonly Link[]): readonly Link[] | null {
  const placed: (Link | undefined)[] = links.map(() => undefined);
  for (const link of links) {
    const before = links.filter(
      (other) =>
        other !== link &&
        isSuccessor(link.payload, other.payload) &&
        !isSuccessor(other.payload, link.payload),
    );
    placed[before.length] = link;
  }
  const ordered = placed.filter((link) => link !== undefined);
  return ordered.length === links.length ? ordered : null;
}

function alone(event: AdmittedEvent): Carrier {
  return { event, isChanged: false, carries: [] };
}
