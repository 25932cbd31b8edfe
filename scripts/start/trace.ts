/** The way of the last event, from the lines the Worker logs: admitted, queued, published. */
import { z } from "zod";

const step = z.looseObject({
  event: z.string(),
  time: z.string(),
  eventId: z.string(),
  type: z.string().optional(),
  reason: z.string().optional(),
  latencyMs: z.number().optional(),
});
type Step = z.infer<typeof step>;

export interface TracedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly steps: readonly {
    readonly name: string;
    /** ISO 8601. */
    readonly at: string;
    /** Since its first step; null: it is still under way. */
    readonly milliseconds: number | null;
    readonly reason: string | null;
  }[];
}

/** How many events are shown. */
const MOST_SHOWN = 5;
/** How many are remembered: one that waits moves again after many others have come. */
const MOST_EVENTS = 2_000;

export class Trace {
  readonly #steps = new Map<string, Step[]>();

  /** @param line one line of the Worker's log */
  take(line: string): void {
    const parsed = step.safeParse(jsonOf(line));
    if (!parsed.success) return;
    const { eventId } = parsed.data;
    const known = this.#steps.get(eventId) ?? [];
    // The event that moved last is the last of the map.
    this.#steps.delete(eventId);
    this.#steps.set(eventId, [...known, parsed.data]);
    const [oldest] = this.#steps.keys();
    if (this.#steps.size > MOST_EVENTS && oldest !== undefined) this.#steps.delete(oldest);
  }

  /** The newest first. */
  events(): readonly TracedEvent[] {
    const newest = [...this.#steps.entries()].slice(-MOST_SHOWN).toReversed();
    return newest.map(([eventId, steps]) => {
      const begun = Date.parse(steps[0]?.time ?? "");
      return {
        eventId,
        type: steps.find(({ type }) => type !== undefined)?.type ?? "",
        steps: steps.map(({ event, time, reason }) => ({
          name: event,
          at: time,
          milliseconds: Date.parse(time) - begun,
          reason: reason ?? null,
        })),
      };
    });
  }
}

function jsonOf(line: string): unknown {
  try {
    return line.startsWith("{") ? (JSON.parse(line) as unknown) : null;
  } catch {
    return null;
  }
}
