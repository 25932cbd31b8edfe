import type { ObjectName, StripeObjects } from "../store/stripe-objects.ts";
import { whenMissing } from "../store/stripe-objects.ts";
import type { CreatedRange } from "../store/page.ts";
import type { Where } from "../store/object-store.ts";
import type { Operation } from "./operation.ts";
import { noSuch } from "./stripe-error.ts";

/** What `listParameters` reads. */
export interface ListParameters {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
  readonly created?: CreatedRange | undefined;
}

export interface ApiList<T> {
  readonly object: "list";
  readonly data: T[];
  readonly has_more: boolean;
  readonly url: string;
}

export const DEFAULT_LIMIT = 10;

/**
 * Answers a list request: newest first, by cursor.
 * @throws StripeApiError 400 when a cursor names nothing
 */
export function listAnswer<Name extends ObjectName>(
  { objects }: Operation,
  name: Name,
  url: string,
  parameters: ListParameters,
  where: Where = {},
): ApiList<StripeObjects[Name]> {
  for (const cursor of ["starting_after", "ending_before"] as const) {
    const id = parameters[cursor];
    if (id !== undefined && objects.find(name, id) === undefined && !objects.isDeleted(name, id)) {
      throw noSuch(whenMissing(name).called, id, cursor, 400);
    }
  }
  const { data, hasMore } = objects.page(name, {
    limit: parameters.limit ?? DEFAULT_LIMIT,
    startingAfter: parameters.starting_after,
    endingBefore: parameters.ending_before,
    created: parameters.created,
    where,
  });
  return { object: "list", data, has_more: hasMore, url };
}

/** A list that stands inside an object, whole. */
export function embeddedList<T>(data: T[], url: string): ApiList<T> {
  return { object: "list", data, has_more: false, url };
}
