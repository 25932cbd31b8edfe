import { RestError } from "../rest-error.js";
/** null: the body is not multipart. @throws RestError */
export function readMultipart({ headers, body, }) {
    const type = headers["content-type"] ?? "";
    if (!/^multipart\/form-data/i.test(type))
        return null;
    const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
    const parts = new Map();
    for (const part of boundary === undefined ? [] : body.split(`--${boundary}`)) {
        const [head = "", ...rest] = part.split("\r\n\r\n");
        const name = /name="([^"]+)"/i.exec(head)?.[1];
        if (name !== undefined)
            parts.set(name, rest.join("\r\n\r\n").replace(/\r\n$/, ""));
    }
    const job = parts.get("job");
    const content = parts.get("content");
    if (job === undefined || content === undefined)
        throw new RestError(400, "INVALIDJOB", "A multipart request has the parts job and content");
    return { job, content };
}
