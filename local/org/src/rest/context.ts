import type { Org } from "../org/org.ts";
import type { RunningUser } from "../runtime/host.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { ApiUsage } from "./api-usage.ts";
import type { RestRequest, RestResponse } from "./http.ts";
import type { QueryCursors } from "./query-cursors.ts";
import { notFound } from "./rest-error.ts";

/** What a resource needs to answer. */
export interface RestContext {
  readonly org: Org;
  readonly user: RunningUser;
  readonly request: RestRequest;
  readonly usage: ApiUsage;
  readonly cursors: QueryCursors;
  /** `/services/data/v66.0`. */
  readonly basePath: string;
  /** The variable parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

export type Resource = (context: RestContext) => RestResponse;

/** @throws RestError 404 */
export function requestedObject(context: RestContext): SObjectDescribe {
  const describe = context.org.host.schema.object(context.parameters["object"] ?? "");
  if (describe === undefined) throw notFound();
  return describe;
}
