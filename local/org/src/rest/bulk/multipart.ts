/** The multipart form of creating a job: a `job` part in JSON, a `content` part in CSV. Source: Bulk API 2.0 and Bulk API Developer Guide, "Create a Job with a Multipart Request". */
import type { RestRequest } from "../http.ts";
import { RestError } from "../rest-error.ts";

/** null: the body is not multipart. @throws RestError */
export function readMultipart({
  headers,
  body,
}: RestRequest): { readonly job: string; readonly content: string } | null {
  const type = headers["content-type"] ?? "";
  if (!/^multipart\/form-data/i.test(type)) return null;
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  const parts = new Map<string, string>();
  for (const part of boundary === undefined ? [] : body.split(`--${boundary}`)) {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const name = /name="([^"]+)"/i.exec(head)?.[1];
    if (name !== undefined) parts.set(name, rest.join("\r\n\r\n").replace(/\r\n$/, ""));
  }
  const job = parts.get("job");
  const content = parts.get("content");
  if (job === undefined || content === undefined)
    throw new RestError(400, "INVALIDJOB", "A multipart request has the parts job and content");
  return { job, content };
}
