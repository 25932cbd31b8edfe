import type { Context } from "hono";
import { Hono } from "hono";
import type { Kept } from "../api-version.ts";
import { CURRENT_API_VERSION, isApiVersion, renderAt } from "../api-version.ts";
import type { EventStore } from "../events/event-store.ts";
import { newId } from "../ids.ts";
import type { KeptName, ObjectStore } from "../store/object-store.ts";
import { requireApiKey } from "./authentication.ts";
import { expand } from "./expand.ts";
import { parseEventList, parseRetrieve } from "./parameters.ts";
import { invalidRequest, noSuch, prettyJson, unrecognizedUrl } from "./stripe-error.ts";

export interface V1Stores {
  readonly objects: ObjectStore;
  readonly events: EventStore;
}

/** Where each kind of object is, and what Stripe calls it and its id when it is not there. */
const RETRIEVABLE: readonly {
  readonly path: string;
  readonly object: KeptName;
  readonly calledWhenMissing: string;
  readonly param: string;
}[] = [
  { path: "charges", object: "charge", calledWhenMissing: "charge", param: "id" },
  { path: "customers", object: "customer", calledWhenMissing: "customer", param: "id" },
  {
    path: "payment_intents",
    object: "payment_intent",
    calledWhenMissing: "payment_intent",
    param: "intent",
  },
  {
    path: "payment_methods",
    object: "payment_method",
    calledWhenMissing: "PaymentMethod",
    param: "payment_method",
  },
];

/** The part of the Stripe API that local Stripe has, under `/v1`. */
export function v1Routes({ objects, events }: V1Stores): Hono {
  const v1 = new Hono();
  v1.use(async (context, next) => {
    requireApiKey(context.req.header("authorization"));
    context.header("stripe-version", apiVersionOf(context));
    await next();
  });
  v1.get("/events", (context) => listEvents(context, events));
  v1.get("/events/:id", (context) => {
    const id = context.req.param("id");
    parseRetrieve(queryOf(context));
    const event = events.find(id);
    if (event === undefined) throw noSuch("event", id, "id");
    return prettyJson(context, event);
  });
  for (const { path, object, calledWhenMissing, param } of RETRIEVABLE) {
    v1.get(`/${path}/:id`, (context) => {
      const id = context.req.param("id");
      const parameters = parseRetrieve(queryOf(context));
      const found: Kept | undefined = objects.find(object, id);
      if (found === undefined) throw noSuch(calledWhenMissing, id, param);
      const expanded = expand(found, parameters.expand, objects);
      const findCharge = (charge: string) => objects.find("charge", charge);
      return prettyJson(context, renderAt(apiVersionOf(context), expanded, findCharge));
    });
  }
  v1.all("*", (context) => {
    throw unrecognizedUrl(context.req.method, context.req.path);
  });
  return v1;
}

/** Stripe puts a request id on every answer. */
export function requestId(): string {
  return newId("req_");
}

function listEvents(context: Context, events: EventStore): Response {
  const parameters = parseEventList(queryOf(context));
  for (const cursor of ["starting_after", "ending_before"] as const) {
    const id = parameters[cursor];
    if (id !== undefined && events.body(id) === undefined) throw noSuch("event", id, cursor);
  }
  const page = events.list(
    {
      limit: parameters.limit ?? 10,
      types: parameters.type === undefined ? parameters.types : [parameters.type],
      created: parameters.created,
      startingAfter: parameters.starting_after,
      endingBefore: parameters.ending_before,
      deliverySuccess:
        parameters.delivery_success === undefined
          ? undefined
          : parameters.delivery_success === "true",
    },
    Math.floor(Date.now() / 1000),
  );
  return prettyJson(context, {
    object: "list",
    data: page.events,
    has_more: page.hasMore,
    url: "/v1/events",
  });
}

function apiVersionOf(context: Context): string {
  const asked = context.req.header("stripe-version") ?? CURRENT_API_VERSION;
  if (!isApiVersion(asked)) throw invalidRequest(`Invalid Stripe API version: ${asked}`);
  return asked;
}

function queryOf(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams;
}
