/** For tests: an org's REST API on a port, as jsforce wants it. */
import { createServer, type Server } from "node:http";
import type { RestApi } from "../../org/src/rest/router.ts";

export async function listening(api: RestApi): Promise<Server> {
  const made = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      const answer = api.handle({
        method: request.method ?? "GET",
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers as Readonly<Record<string, string>>,
        body: Buffer.concat(chunks).toString("utf8"),
        origin: url.origin,
      });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => {
    made.listen(0, "127.0.0.1", resolve);
  });
  return made;
}
