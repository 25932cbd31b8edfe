import { type RestRequest, type RestResponse } from "../http.ts";
import type { Sessions } from "../sessions.ts";
export declare function token(request: RestRequest, sessions: Sessions, organizationId: string): RestResponse;
/** `/services/oauth2/revoke`, with the token in the form or in the query. */
export declare function revoke(request: RestRequest, sessions: Sessions): RestResponse;
