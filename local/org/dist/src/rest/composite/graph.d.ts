/** `/composite/graph`: composite requests side by side, each all or nothing, 500 parts altogether. Source: REST API Developer Guide, "Composite Graphs". */
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function graphs(context: RestContext): RestResponse;
