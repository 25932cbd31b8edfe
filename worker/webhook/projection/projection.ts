import * as z from "zod/mini";

import type { JsonObject } from "../json.ts";
import { changedFields, wholeObject, type AllowList } from "./allow-list.ts";
import { flag, stripeId, timestamp } from "./fields.ts";
import { merged } from "./paths.ts";

/** An object reduced to what Apex uses, in the shape of the API version Apex knows. */
export interface Projected extends JsonObject {
  readonly id: string;
  readonly object: string;
}

interface Rules {
  /** By the name in its `object` field. */
  readonly object: string;
  readonly fields: AllowList;
  /**
   * Brings what an older API version wrote into the current shape, before anything is checked or left out. `raw` is an
   * object, or the previous attributes of `whole`; only what stands in it may be rewritten.
   */
  readonly inCurrentShape?: (raw: JsonObject, whole: JsonObject) => JsonObject;
}

export type Parsed<T> = z.core.util.SafeParseResult<T>;

export interface Projection {
  ofObject(raw: JsonObject): Parsed<Projected>;
  ofPreviousAttributes(raw: JsonObject, whole: JsonObject): Parsed<JsonObject>;
  /** The same with more fields; those that it has already stay as they are. */
  with(fields: AllowList): Projection;
}

const sameShape = (raw: JsonObject): JsonObject => raw;

export function projectionOf({ object, fields, inCurrentShape = sameShape }: Rules): Projection {
  const identity = z.object({ id: stripeId, object: z.literal(object) });
  const rest = wholeObject({ livemode: flag, created: timestamp, ...fields });
  // The fields of `rest` are named at run time, so the compiler no longer sees the two of `identity` beside them.
  const whole = z.extend(identity, rest.shape) as z.ZodMiniType as z.ZodMiniType<Projected>;
  const changed = changedFields(fields);
  return {
    ofObject: (raw) => whole.safeParse(inCurrentShape(raw, raw)),
    ofPreviousAttributes: (raw, object) => changed.safeParse(inCurrentShape(raw, object)),
    with: (more) => projectionOf({ object, fields: merged(fields, more), inCurrentShape }),
  };
}
