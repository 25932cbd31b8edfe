/** HTTP as the REST API sees it, free of sockets: the server and the engine run in different threads. */
export interface RestRequest {
    readonly method: string;
    /** Decoded path, without the query: `/services/data/v66.0/query`. */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    /** Lower-cased names. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** `http://127.0.0.1:8788`: what the client used, and so what links and `instance_url` must say. */
    readonly origin: string;
}
export interface RestResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Empty for 204. */
    readonly body: string;
    /** The server waits so long before it sends this. */
    readonly delayMs?: number;
}
export declare function json(status: number, value: unknown, headers?: Readonly<Record<string, string>>): RestResponse;
export declare const NO_CONTENT: RestResponse;
