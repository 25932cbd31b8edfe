/** `/limits`: what is left of the org's allocations. Source: REST API Developer Guide, "Limits". */
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";

export function limits({ org }: RestContext): RestResponse {
  const { allocations } = org.host;
  return json(
    200,
    Object.fromEntries(
      allocations.names.map((name) => {
        const maximum = allocations.maximum(name);
        const remaining = Math.max(0, maximum - allocations.used(name));
        return [name, { Max: maximum, Remaining: remaining }];
      }),
    ),
  );
}
