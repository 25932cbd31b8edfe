import type { Operation } from "../api/operation.ts";
import { hash, integer, text } from "../api/parameters.ts";
import type { Route } from "../api/route.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import type { ObjectName } from "../store/stripe-objects.ts";
import type { Clause } from "./query.ts";
import { matches, parseSearch } from "./query.ts";

const DEFAULT_LIMIT = 10;

/**
 * The search of a kind of object. Unlike Stripe's, which lags by seconds, it sees what was just written.
 * @param fields that can be searched by, besides `created` and `metadata`
 */
export function searchRoute(
  collection: string,
  name: ObjectName,
  fields: readonly string[],
): Route {
  const searchable = new Set(["created", "metadata", ...fields]);
  return route({
    method: "GET",
    path: `/${collection}/search`,
    parameters: hash({
      query: text(),
      limit: integer({ min: 1, max: 100 }).optional(),
      page: text().optional(),
    }),
    answer: ({ parameters, operation }) => {
      const query = parseSearch(parameters.query);
      for (const { path } of query.clauses) refuseUnsearchable(path, searchable);
      const found = afterPage(operation, name, parameters.page).filter((each) =>
        matches(each, query),
      );
      const data = found.slice(0, parameters.limit ?? DEFAULT_LIMIT);
      const hasMore = found.length > data.length;
      return {
        object: "search_result",
        data,
        has_more: hasMore,
        next_page: hasMore ? (data.at(-1)?.id ?? null) : null,
        url: `/v1/${collection}/search`,
      };
    },
  });
}

/** A page is named by the last object of the one before. */
function afterPage({ objects }: Operation, name: ObjectName, page: string | undefined) {
  if (page !== undefined && objects.find(name, page) === undefined) {
    throw invalidRequest(`Invalid page: ${page}`, "page");
  }
  return objects.page(name, { startingAfter: page }).data;
}

function refuseUnsearchable([field = ""]: Clause["path"], searchable: ReadonlySet<string>): void {
  if (searchable.has(field)) return;
  throw invalidRequest(
    `Field \`${field}\` is an unsupported search field for resource. Supported fields: ${[...searchable].join(", ")}.`,
    "query",
  );
}
