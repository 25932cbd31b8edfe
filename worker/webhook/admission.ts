import type { AdmittedEvent } from "../event.ts";
import { err, ok, type Result } from "../result.ts";
import { stripeEnvelope } from "./envelope.ts";
import { eventTypeOf } from "./event-types.ts";
import { payloadOf, shapeUnknown } from "./payload.ts";
import { PROJECTIONS } from "./projections.ts";
import type { Refusal } from "./refusal.ts";

export type Reading =
  | { readonly kind: "wanted"; readonly event: AdmittedEvent }
  | { readonly kind: "ignored"; readonly id: string; readonly type: string };

/** Reads a verified body: an event to admit, or one of a type nobody here waits for. */
export function readEvent(
  json: unknown,
  received: {
    readonly atMs: number;
    readonly correlationId: string;
    /** Of the endpoint whose secret verified the body; null where it does not say. */
    readonly account?: string | null;
  },
): Result<Reading, Refusal> {
  const envelope = stripeEnvelope.safeParse(json);
  if (!envelope.success) return err(shapeUnknown("event", envelope.error.issues));
  const { id, type, ...rest } = envelope.data;

  const known = eventTypeOf(type);
  if (known === undefined) return ok({ kind: "ignored", id, type });

  const payload = payloadOf(envelope.data, PROJECTIONS[known.object]);
  if (!payload.ok) return payload;
  return ok({
    kind: "wanted",
    event: {
      id,
      type,
      objectId: payload.value.objectId,
      lane: known.lane,
      apiVersion: rest.api_version ?? null,
      livemode: rest.livemode,
      account: rest.account ?? received.account ?? null,
      createdAt: rest.created,
      receivedAt: received.atMs,
      correlationId: received.correlationId,
      payload: payload.value.json,
    },
  });
}
