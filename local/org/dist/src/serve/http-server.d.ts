import type { RestRequest, RestResponse } from "../rest/http.ts";
export interface HttpServer {
    readonly url: string;
    stop(): Promise<void>;
}
export declare function listen(host: string, port: number, answer: (request: RestRequest) => Promise<RestResponse>): Promise<HttpServer>;
