/** What handlers in Salesforce that are not this project's want from Stripe: a setting, so that nobody has to change code. */
import * as z from "zod/mini";

import { LANES, type Lane } from "./event.ts";

const OBJECT = /^[a-z_]+(\.[a-z_]+)*$/;
/** Dots between names; `*` is every element of a list. */
const PATH = /^[a-z0-9_]+(\.([a-z0-9_]+|\*))*$/;

const settings = z.strictObject({
  events: z.optional(
    z.record(
      z.string().check(z.regex(OBJECT)),
      z.strictObject({
        lane: z.enum(LANES),
        object: z.string().check(z.regex(OBJECT), z.maxLength(60)),
      }),
    ),
  ),
  fields: z.optional(
    z.record(
      z.string().check(z.regex(OBJECT)),
      z.array(z.string().check(z.regex(PATH), z.maxLength(200))),
    ),
  ),
});

export interface Extensions {
  /** By event type. */
  readonly events: Readonly<Record<string, { readonly lane: Lane; readonly object: string }>>;
  /** Paths that travel beside those this project needs, by the kind of object. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export const NO_EXTENSIONS: Extensions = { events: {}, fields: {} };

/** The variable EXTENSIONS; empty or absent means none. */
export const extensionsVariable = z.pipe(
  z.pipe(z.optional(z.string()), z.transform(jsonOf)),
  z.pipe(
    settings,
    z.transform(({ events = {}, fields = {} }): Extensions => ({ events, fields })),
  ),
);

/** What is no JSON is left as the text, which the schema then refuses. */
function jsonOf(text: string | undefined): unknown {
  if (text === undefined || text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
