/** Local Stripe, asked to make events happen and to tell how their deliveries went. */
import { z } from "zod";

const triggered = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      object: z.string(),
      payment_intent: z.string().nullable(),
    }),
  ),
});

const deliveries = z.object({
  deliveries: z.array(
    z.object({
      state: z.enum(["pending", "sending", "delivered", "given_up"]),
      attempts: z.array(
        z.object({
          at: z.number(),
          status: z.number().nullable(),
          ms: z.number(),
          error: z.string().nullable(),
        }),
      ),
    }),
  ),
});

const refusal = z.object({ error: z.object({ message: z.string() }) });

export type TriggeredEvent = z.infer<typeof triggered>["events"][number];

export interface Acceptance {
  /** Milliseconds since 1970: when the first attempt that was answered 2xx was sent, and when the first such answer came. */
  readonly sentAt: number;
  readonly acceptedAt: number;
  readonly attempts: number;
}

/** @throws Error with Stripe's sentence when it refuses. */
export async function triggerEvents(url: string, body: object): Promise<readonly TriggeredEvent[]> {
  const response = await fetch(`${url}/_local/trigger`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (response.ok) return triggered.parse(answer).events;
  const refused = refusal.safeParse(answer);
  throw new Error(
    refused.success ? refused.data.error.message : `Local Stripe answered ${response.status}.`,
  );
}

/** null while no delivery of the event has been accepted. */
export async function acceptanceOf(url: string, event: string): Promise<Acceptance | null> {
  const response = await fetch(`${url}/_local/deliveries?event=${encodeURIComponent(event)}`);
  const all = deliveries.parse(await response.json()).deliveries;
  const attempts = all.flatMap((delivery) => delivery.attempts);
  const accepted = attempts.filter(
    ({ status }) => status !== null && status >= 200 && status < 300,
  );
  if (accepted.length === 0) return null;
  // Of copies sent at once, the one that the Worker admitted need not be the one whose answer came first.
  return {
    sentAt: Math.min(...accepted.map(({ at }) => at)),
    acceptedAt: Math.min(...accepted.map(({ at, ms }) => at + ms)),
    attempts: attempts.length,
  };
}
