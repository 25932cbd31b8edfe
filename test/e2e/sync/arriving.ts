/** Requests as they arrive at a server of the stack: counted where they come in, whatever their sender tells of itself. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** https://nodejs.org/api/diagnostics_channel.html#http */
const ANSWERED = "http.server.response.finish";

export interface Arrived {
  /** Without its query. */
  readonly path: string;
  readonly authorization: string;
  /** The account it is about, where the key is of another. */
  readonly stripeAccount: string | null;
  readonly status: number;
  /** Milliseconds, as `performance.now()` has them. */
  readonly answeredAt: number;
}

export interface Arriving {
  /** Those that were answered since then, in that order. */
  readonly requests: readonly Arrived[];
  stop(): void;
}

/** Listens at a server of this process. */
export function arrivingAt(url: string): Arriving {
  const port = Number(new URL(url).port);
  const requests: Arrived[] = [];
  const note = (message: unknown): void => {
    const { request, response, socket } = message as {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
      readonly socket: Socket;
    };
    if (socket.localPort !== port) return;
    requests.push({
      path: (request.url ?? "").replace(/\?.*/, ""),
      authorization: request.headers.authorization ?? "",
      stripeAccount: oneOf(request.headers["stripe-account"]),
      status: response.statusCode,
      answeredAt: performance.now(),
    });
  };
  subscribe(ANSWERED, note);
  return { requests, stop: () => void unsubscribe(ANSWERED, note) };
}

function oneOf(header: string | readonly string[] | undefined): string | null {
  return typeof header === "string" ? header : (header?.[0] ?? null);
}
