/** `/limits`: what is left of the org's allowances. Source: REST API Developer Guide, "Limits". */
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";

export function limits(context: RestContext): RestResponse {
  const { allowance } = context.usage;
  return json(200, {
    DailyApiRequests: { Max: allowance, Remaining: Math.max(0, allowance - context.usage.used()) },
  });
}
