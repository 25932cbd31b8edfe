import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { close, listen } from "../../http/listening.ts";

export interface ReceivedDelivery {
  readonly headers: IncomingHttpHeaders;
  /** That of the endpoint's URL it was sent to. */
  readonly path: string;
  readonly body: string;
  readonly eventId: string;
}

/** What the endpoint answers to the n-th delivery, counted from 0; "nothing" leaves it hanging. */
export type Answering = (
  delivery: number,
) => number | { readonly redirectTo: string } | "nothing" | "reset";

export interface TestEndpoint {
  readonly url: string;
  readonly received: readonly ReceivedDelivery[];
  /** The most deliveries that were open at the same time. */
  readonly peak: () => number;
  readonly stop: () => Promise<void>;
}

/** A webhook endpoint that records what it is sent. */
export async function startEndpoint(
  answering: Answering = () => 200,
  answerAfterMs = 0,
): Promise<TestEndpoint> {
  const received: ReceivedDelivery[] = [];
  let open = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    peak = Math.max(peak, ++open);
    response.once("close", () => open--);
    void text(request).then(async (body) => {
      // Local Stripe sends events only, and an event has an id.
      const { id } = JSON.parse(body) as { id: string };
      const answer = answering(received.length);
      received.push({ headers: request.headers, path: request.url ?? "", body, eventId: id });
      if (answerAfterMs > 0) await delay(answerAfterMs);
      if (answer === "nothing") return;
      if (answer === "reset") request.socket.resetAndDestroy();
      else if (typeof answer === "number") response.writeHead(answer).end();
      else response.writeHead(302, { location: answer.redirectTo }).end();
    });
  });
  const { url } = await listen(server, { name: "Endpoint", host: "127.0.0.1", port: 0 });
  return { url, received, peak: () => peak, stop: () => close(server) };
}
