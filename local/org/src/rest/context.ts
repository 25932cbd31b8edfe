import type { Org } from "../org/org.ts";
import type { AccessRights, RunningUser } from "../runtime/host.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { AnalyticsState } from "./analytics/analytics-state.ts";
import type { ApexAccess } from "../org/apex-access.ts";
import type { ApiUsage } from "./api-usage.ts";
import type { BackgroundWork } from "./background-work.ts";
import type { BulkJobs } from "./bulk/bulk-job.ts";
import type { Faults } from "./faults/faults.ts";
import type { RestRequest, RestResponse } from "./http.ts";
import type { QueryCursors } from "./query-cursors.ts";
import { notFound } from "./rest-error.ts";
import type { Sessions } from "./sessions.ts";

/** What the API stands on. */
export interface RestApiParts {
  readonly org: Org;
  readonly apex: ApexAccess;
  readonly sessions: Sessions;
  readonly usage: ApiUsage;
  readonly cursors: QueryCursors;
  readonly bulk: BulkJobs;
  readonly background: BackgroundWork;
  readonly faults: Faults;
  readonly analytics: AnalyticsState;
}

/** What a resource needs to answer. */
export interface RestContext extends RestApiParts {
  readonly user: RunningUser;
  readonly request: RestRequest;
  /** `/services/data/v66.0`. */
  readonly basePath: string;
  /** The variable parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Answers another request of the same caller, at no cost of the allowance: parts of a composite request. */
  readonly answerPart: (request: RestRequest) => RestResponse;
}

export type Resource = (context: RestContext) => RestResponse;

export function rightsOf({ org, user }: RestContext): AccessRights {
  return org.host.data.rights(user.id);
}

/** @throws RestError 404 also for an object that the user has no access to */
export function requestedObject(context: RestContext): SObjectDescribe {
  const describe = context.org.host.schema.object(context.parameters["object"] ?? "");
  if (describe === undefined || !isVisible(describe, rightsOf(context))) throw notFound();
  return describe;
}

export function isVisible({ name }: SObjectDescribe, rights: AccessRights): boolean {
  return rights.canReadObject(name) || rights.canCreateObject(name);
}
