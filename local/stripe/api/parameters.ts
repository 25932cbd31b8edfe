import { z } from "zod";
import { invalidRequest } from "./stripe-error.ts";

const wholeNumber = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => Number(text));

const listParameters = z.strictObject({
  limit: wholeNumber.refine((limit) => limit >= 1 && limit <= 100).optional(),
  starting_after: z.string().min(1).optional(),
  ending_before: z.string().min(1).optional(),
});

const eventListParameters = listParameters.extend({
  type: z.string().min(1).optional(),
  types: z.array(z.string().min(1)).max(20).default([]),
  created: z
    .union([
      wholeNumber.transform((eq) => ({ eq })),
      z.strictObject({
        gt: wholeNumber.optional(),
        gte: wholeNumber.optional(),
        lt: wholeNumber.optional(),
        lte: wholeNumber.optional(),
      }),
    ])
    .default({}),
  delivery_success: z.enum(["true", "false"]).optional(),
  expand: z.array(z.string()).default([]),
});

export type EventListParameters = z.output<typeof eventListParameters>;

/** @throws StripeApiError 400 naming the parameter */
export function parseEventList(query: URLSearchParams): EventListParameters {
  const parameters = parse(eventListParameters, query);
  if (parameters.type !== undefined && parameters.types.length > 0) {
    throw invalidRequest("You may only specify one of these parameters: type, types.");
  }
  return parameters;
}

/** @throws StripeApiError 400 naming the parameter */
export function parseRetrieve(query: URLSearchParams): { expand: string[] } {
  return parse(
    z.strictObject({
      expand: z.array(z.string()).default([]),
      client_secret: z.string().optional(),
    }),
    query,
  );
}

function parse<Schema extends z.ZodType>(schema: Schema, query: URLSearchParams): z.output<Schema> {
  const parsed = schema.safeParse(nested(query));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys") {
    const unknown = issue.keys.join(", ");
    throw invalidRequest(`Received unknown parameter: ${unknown}`, issue.keys[0]);
  }
  const [first = "", ...rest] = issue?.path.map(String) ?? [];
  const name = first + rest.map((segment) => `[${segment}]`).join("");
  throw invalidRequest(`Invalid ${name}: ${issue?.message ?? "not accepted"}`, name);
}

/** Stripe's query strings: `a=1`, `a[]=1`, `a[0]=1` and `a[b]=1`. */
function nested(query: URLSearchParams): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of query) {
    const bracketed = /^(\w+)\[(\w*)\]$/.exec(name);
    const [, outer, inner] = bracketed ?? [];
    if (outer === undefined || inner === undefined) {
      result[name] = value;
      continue;
    }
    const held = result[outer];
    if (/^\d*$/.test(inner)) {
      const items: unknown[] = Array.isArray(held) ? held : [];
      result[outer] = [...items, value];
    } else {
      result[outer] = { ...(typeof held === "object" ? held : {}), [inner]: value };
    }
  }
  return result;
}
