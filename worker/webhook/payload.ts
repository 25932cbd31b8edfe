import { err, ok, type Result } from "../result.ts";
import type { StripeEnvelope } from "./envelope.ts";
import type { Projection } from "./event-types.ts";
import type { Refusal } from "./refusal.ts";

/** The length of `Stripe_Event__e.Payload__c`, a long text area, in characters. */
export const MAX_PAYLOAD_CHARACTERS = 131_072;

export interface Payload {
  readonly objectId: string;
  /** JSON: `{"object":{…},"previous_attributes":{…}?}`, or ids only: `{"object":{"id","object"},"truncated":true}`. */
  readonly json: string;
}

/** Projects `data` through the allow-list. What does not fit the field travels as ids; Apex then fetches the event from Stripe. */
export function payloadOf(
  data: StripeEnvelope["data"],
  projection: Projection,
): Result<Payload, Extract<Refusal, { reason: "body_shape_unknown" }>> {
  const object = projection.object.safeParse(data.object);
  if (!object.success) return err(shapeUnknown("data.object", object.error.issues));

  let previous: Readonly<Record<string, unknown>> | undefined;
  if (data.previous_attributes !== null && data.previous_attributes !== undefined) {
    const parsed = projection.previousAttributes.safeParse(data.previous_attributes);
    if (!parsed.success) {
      return err(shapeUnknown("data.previous_attributes", parsed.error.issues));
    }
    previous = parsed.data;
  }

  const { id } = object.data;
  const json = JSON.stringify({
    object: object.data,
    ...(previous === undefined ? {} : { previous_attributes: previous }),
  });
  if (json.length <= MAX_PAYLOAD_CHARACTERS) return ok({ objectId: id, json });
  const ids = { object: { id, object: object.data.object }, truncated: true };
  return ok({ objectId: id, json: JSON.stringify(ids) });
}

export function shapeUnknown(
  at: string,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): Extract<Refusal, { reason: "body_shape_unknown" }> {
  const paths = issues.slice(0, 10).map(({ path }) => [at, ...path.map(String)].join("."));
  return { reason: "body_shape_unknown", paths };
}
