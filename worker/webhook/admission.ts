import type { AdmittedEvent } from "../event.ts";
import { err, ok, type Result } from "../result.ts";
import { DEFAULT_ENDPOINT, type WebhookEndpoint } from "./endpoints.ts";
import {
  eventIdentity,
  stripeEnvelope,
  type EventIdentity,
  type StripeEnvelope,
} from "./envelope.ts";
import { OWN_EVENTS, type EventCatalog, type WantedType } from "./event-catalog.ts";
import { idsOnly, payloadOf, pathsOf, type Payload } from "./payload.ts";
import type { Parsed } from "./projection/projection.ts";
import type { Refusal } from "./refusal.ts";

export type Reading =
  | {
      readonly kind: "wanted";
      readonly event: AdmittedEvent;
      /** Where the event has a shape nobody expected: its payload is ids only, and Apex reads the object from Stripe. */
      readonly unknownPaths: readonly string[];
    }
  | {
      readonly kind: "ignored";
      readonly id: string;
      readonly type: string;
      readonly why: "type" | "test_event" | "connected_account";
    };

export interface Received {
  readonly atMs: number;
  readonly correlationId: string;
  /** Whose secret verified; the default account, its mode not checked, when absent. */
  readonly endpoint?: Pick<
    WebhookEndpoint,
    "account" | "livemode" | "kind" | "acceptTestEvents" | "connectedAccounts"
  >;
}

/** Reads a verified body: an event to admit, or one that nobody here waits for. */
export function readEvent(
  json: unknown,
  received: Received,
  catalog: EventCatalog = OWN_EVENTS,
): Result<Reading, Refusal> {
  const envelope = stripeEnvelope.safeParse(json);
  // Whatever has the envelope has what identifies an event too.
  const identity = envelope.success ? envelope : eventIdentity.safeParse(json);
  if (!identity.success) {
    return err({ reason: "body_shape_unknown", paths: pathsOf("event", identity.error.issues) });
  }
  const { id, type, livemode } = identity.data;
  const endpoint = received.endpoint ?? DEFAULT_ENDPOINT;

  if (endpoint.livemode !== null && endpoint.livemode !== livemode) {
    const isTestOfConnected = endpoint.kind === "connect" && endpoint.livemode;
    if (!isTestOfConnected) return err({ reason: "mode_mismatch" });
    if (!endpoint.acceptTestEvents) return ok({ kind: "ignored", id, type, why: "test_event" });
  }
  // Only events of connected accounts name one.
  const account = identity.data.account ?? endpoint.account;
  const { connectedAccounts } = endpoint;
  if (connectedAccounts !== null && account !== null && !connectedAccounts.includes(account)) {
    return ok({ kind: "ignored", id, type, why: "connected_account" });
  }

  const known = catalog.typeOf(type);
  if (known === undefined) return ok({ kind: "ignored", id, type, why: "type" });

  const payload = payloadIn(envelope, identity.data, known);
  if (!payload.ok) return payload;
  return ok({
    kind: "wanted",
    unknownPaths: payload.value.unknownPaths,
    event: {
      id,
      type,
      objectId: payload.value.objectId,
      lane: known.lane,
      account,
      apiVersion: payload.value.apiVersion,
      livemode,
      createdAt: identity.data.created,
      receivedAt: received.atMs,
      correlationId: received.correlationId,
      payload: payload.value.json,
    },
  });
}

interface ReadPayload extends Payload {
  readonly apiVersion: string | null;
  readonly unknownPaths: readonly string[];
}

/** The projected payload; ids only when something in it is not of the shape it should have. */
function payloadIn(
  envelope: Parsed<StripeEnvelope>,
  identity: EventIdentity,
  { object, projection }: WantedType,
): Result<ReadPayload, Refusal> {
  const projected = envelope.success
    ? payloadOf(envelope.data, projection)
    : err({ paths: pathsOf("event", envelope.error.issues) });
  const apiVersion = envelope.data?.api_version ?? null;
  if (projected.ok) return ok({ ...projected.value, apiVersion, unknownPaths: [] });
  const { paths } = projected.error;
  const ids = idsOnly(identity, object);
  return ids === undefined
    ? err({ reason: "body_shape_unknown", paths })
    : ok({ ...ids, apiVersion, unknownPaths: paths });
}
