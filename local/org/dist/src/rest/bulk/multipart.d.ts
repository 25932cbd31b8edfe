/** The multipart form of creating a job: a `job` part in JSON, a `content` part in CSV. Source: Bulk API 2.0 and Bulk API Developer Guide, "Create a Job with a Multipart Request". */
import type { RestRequest } from "../http.ts";
/** null: the body is not multipart. @throws RestError */
export declare function readMultipart({ headers, body, }: RestRequest): {
    readonly job: string;
    readonly content: string;
} | null;
