import { createServer, type IncomingMessage } from "node:http";
import { close, listen } from "../../local/http/listening.ts";
import type { RunningWorker } from "./yardstick-worker.ts";

export interface AnsweringOrg extends RunningWorker {
  /** While true every call is answered 503. */
  isDown: boolean;
  /** Events it took. */
  readonly taken: () => number;
}

/** An org that takes whatever it is sent and does nothing with it: what is measured beside it is the edge alone. */
export async function startAnsweringOrg(): Promise<AnsweringOrg> {
  const place = { url: "", isDown: false, taken: 0 };
  const answerTo = (path: string, body: string): unknown => {
    if (path === "/services/oauth2/token")
      return { access_token: "any", instance_url: place.url, token_type: "Bearer" };
    const records = body.split('"Event_Id__c"').length - 1;
    place.taken += records;
    return Array.from({ length: records }, () => ({ success: true, errors: [] }));
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      response.setHeader("content-type", "application/json");
      if (place.isDown) response.writeHead(503).end("[]");
      else response.end(JSON.stringify(answerTo(request.url ?? "", body)));
    });
  });
  const { url } = await listen(server, { name: "The org", host: "127.0.0.1", port: 0 });
  place.url = url;
  return {
    url,
    get isDown() {
      return place.isDown;
    },
    set isDown(isDown) {
      place.isDown = isDown;
    },
    taken: () => place.taken,
    stop: () => close(server),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // An IncomingMessage without an encoding yields Buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
