import type { Resource } from "../api/resource.ts";
import { boolean, createdRange, hash, listOf, listParameters, text } from "../api/parameters.ts";
import { DEFAULT_LIMIT } from "../api/list.ts";
import { route } from "../api/route.ts";
import { invalidRequest, noSuch } from "../api/stripe-error.ts";
import type { EventStore } from "./event-store.ts";

const MOST_TYPES = 20;

/** Events are not objects of the account: they have a store of their own, and never change. */
export function eventResource(events: EventStore): Resource {
  return {
    routes: [
      route({
        method: "GET",
        path: "/events",
        parameters: hash({
          ...listParameters,
          type: text().optional(),
          types: listOf(text(), MOST_TYPES).optional(),
          created: createdRange().optional(),
          delivery_success: boolean().optional(),
        }),
        answer: ({ parameters, operation }) => {
          const { type, types } = parameters;
          if (type !== undefined && types !== undefined) {
            throw invalidRequest("You may only specify one of these parameters: type, types.");
          }
          for (const cursor of ["starting_after", "ending_before"] as const) {
            const id = parameters[cursor];
            if (id !== undefined && events.body(id) === undefined) {
              throw noSuch("event", id, cursor, 400);
            }
          }
          const page = events.list(
            {
              limit: parameters.limit ?? DEFAULT_LIMIT,
              types: type === undefined ? (types ?? []) : [type],
              created: parameters.created ?? {},
              startingAfter: parameters.starting_after,
              endingBefore: parameters.ending_before,
              deliverySuccess: parameters.delivery_success,
            },
            operation.now(),
          );
          return { object: "list", data: page.events, has_more: page.hasMore, url: "/v1/events" };
        },
      }),
      route({
        method: "GET",
        path: "/events/:id",
        parameters: hash({}),
        answer: ({ path }) => {
          const id = path["id"] ?? "";
          const event = events.find(id);
          if (event === undefined) throw noSuch("event", id, "id");
          return event;
        },
      }),
    ],
  };
}
