import { err, ok, type Result } from "../result.ts";
import type { EventIdentity, StripeEnvelope } from "./envelope.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import { stripeId } from "./projection/fields.ts";
import type { Projection } from "./projection/projection.ts";

/** The length of `Stripe_Event__e.Payload__c`, a long text area, in characters. */
export const MAX_PAYLOAD_CHARACTERS = 131_072;

/** Where an event has a shape nobody expected. */
export interface UnknownShape {
  readonly paths: readonly string[];
}

export interface Payload {
  readonly objectId: string;
  /**
   * JSON: `{"object":{…},"previous_attributes":{…}?,"request":{"id","idempotency_key"}?}`, or ids only:
   * `{"object":{"id","object"},"truncated":true}`.
   */
  readonly json: string;
}

/** Projects an event through the allow-list. What does not fit the field travels as ids; Apex then reads the object from Stripe. */
export function payloadOf(
  { type, data, request }: Pick<StripeEnvelope, "type" | "data" | "request">,
  projection: Projection,
): Result<Payload, UnknownShape> {
  const raw = type.endsWith(".deleted") ? { ...data.object, deleted: true } : data.object;
  const object = projection.ofObject(raw);
  if (!object.success) return err({ paths: pathsOf("data.object", object.error.issues) });

  let previous: JsonObject | undefined;
  if (data.previous_attributes !== null && data.previous_attributes !== undefined) {
    const parsed = projection.ofPreviousAttributes(data.previous_attributes, raw);
    if (!parsed.success) {
      return err({ paths: pathsOf("data.previous_attributes", parsed.error.issues) });
    }
    previous = parsed.data;
  }

  const { id } = object.data;
  const json = JSON.stringify({
    object: object.data,
    previous_attributes: previous,
    request: apiRequestOf(request),
  });
  if (json.length <= MAX_PAYLOAD_CHARACTERS) return ok({ objectId: id, json });
  return ok(withIdsOnly(id, object.data.object));
}

/** The payload of an event that cannot be projected; undefined when not even its object's id is one. */
export function idsOnly({ data }: EventIdentity, object: string): Payload | undefined {
  const id = stripeId.safeParse(data.object["id"]);
  return id.success && data.object["object"] === object ? withIdsOnly(id.data, object) : undefined;
}

function withIdsOnly(id: string, object: string): Payload {
  return { objectId: id, json: JSON.stringify({ object: { id, object }, truncated: true }) };
}

/** The API request that caused the event: how Salesforce knows its own changes. Absent for what Stripe did by itself. */
function apiRequestOf(request: unknown): JsonObject | undefined {
  if (!isJsonObject(request)) return undefined;
  const { id, idempotency_key: key } = request;
  if (typeof id !== "string" && typeof key !== "string") return undefined;
  return {
    id: typeof id === "string" ? id : null,
    idempotency_key: typeof key === "string" ? key : null,
  };
}

export function pathsOf(
  at: string,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): string[] {
  return issues.slice(0, 10).map(({ path }) => [at, ...path.map(String)].join("."));
}
