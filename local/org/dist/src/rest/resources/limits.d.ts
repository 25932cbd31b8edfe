/** `/limits`: what is left of the org's allowances. Source: REST API Developer Guide, "Limits". */
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function limits(context: RestContext): RestResponse;
