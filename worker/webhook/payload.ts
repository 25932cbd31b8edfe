import { err, ok, type Result } from "../result.ts";
import type { StripeEnvelope } from "./envelope.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import type { Projection } from "./projection/projection.ts";
import type { Refusal } from "./refusal.ts";

/** The length of `Stripe_Event__e.Payload__c`, a long text area, in characters. */
export const MAX_PAYLOAD_CHARACTERS = 131_072;

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
): Result<Payload, Extract<Refusal, { reason: "body_shape_unknown" }>> {
  const raw = type.endsWith(".deleted") ? { ...data.object, deleted: true } : data.object;
  const object = projection.ofObject(raw);
  if (!object.success) return err(shapeUnknown("data.object", object.error.issues));

  let previous: JsonObject | undefined;
  if (data.previous_attributes !== null && data.previous_attributes !== undefined) {
    const parsed = projection.ofPreviousAttributes(data.previous_attributes, raw);
    if (!parsed.success) {
      return err(shapeUnknown("data.previous_attributes", parsed.error.issues));
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
  const ids = { object: { id, object: object.data.object }, truncated: true };
  return ok({ objectId: id, json: JSON.stringify(ids) });
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

export function shapeUnknown(
  at: string,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): Extract<Refusal, { reason: "body_shape_unknown" }> {
  const paths = issues.slice(0, 10).map(({ path }) => [at, ...path.map(String)].join("."));
  return { reason: "body_shape_unknown", paths };
}
