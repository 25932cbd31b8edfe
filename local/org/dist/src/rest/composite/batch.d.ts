/** `/composite/batch`: up to 25 requests in one that know nothing of each other. Source: REST API Developer Guide, "Batch". */
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function batch(context: RestContext): RestResponse;
