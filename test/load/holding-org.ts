import { createServer } from "node:http";
import { close, listen } from "../../local/http/listening.ts";
import type { RunningWorker } from "./yardstick-worker.ts";

/**
 * An org that grants a token and then does not answer: the relay waits with its first batches, as little in the way of admissions as in
 * production, where it runs in isolates of its own.
 */
export async function startHoldingOrg(): Promise<RunningWorker> {
  const place = { url: "" };
  const server = createServer((request, response) => {
    if (request.url !== "/services/oauth2/token") return;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({ access_token: "held", instance_url: place.url, token_type: "Bearer" }),
    );
  });
  const { url } = await listen(server, { name: "The org", host: "127.0.0.1", port: 0 });
  place.url = url;
  return { url, stop: () => close(server) };
}
