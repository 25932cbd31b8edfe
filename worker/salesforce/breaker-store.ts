import * as z from "zod/mini";

import { LANES } from "../event.ts";
import { CLOSED, type Breaker } from "./breaker.ts";

const KEY = "breaker";

const stored: z.ZodMiniType<Breaker> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("closed"), failures: z.number() }),
  z.object({
    kind: z.literal("open"),
    cause: z.enum(["unavailable", "limit", "refused"]),
    probeAtMs: z.number(),
    probes: z.number(),
    probeLane: z.enum(LANES),
  }),
  z.object({
    kind: z.literal("narrowed"),
    lane: z.nullable(z.enum(["urgent", "standard"])),
    why: z.enum(["backlog", "budget"]),
    sinceMs: z.number(),
    untilMs: z.number(),
    failures: z.number(),
  }),
]);

/** The breaker as it was left; closed when nothing is kept, or something another version of the Worker wrote. */
export function loadBreaker(kv: SyncKvStorage): Breaker {
  const parsed = stored.safeParse(kv.get(KEY));
  return parsed.success ? parsed.data : CLOSED;
}

export function saveBreaker(kv: SyncKvStorage, breaker: Breaker): void {
  kv.put(KEY, breaker);
}
