/** A load client that costs little itself: raw HTTP/1.1 over connections that stay open, one request at a time on each. */
import { connect } from "node:net";

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Whole HTTP requests, ready to be written; none is sent twice. */
  readonly requests: readonly Buffer[];
  /** No new request is sent after this long. */
  readonly forMs: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly ms: number;
  /** Of each request, milliseconds. */
  readonly latencies: readonly number[];
  /** What was not answered 200. */
  readonly refused: readonly RefusedRequest[];
}

export interface RefusedRequest {
  readonly status: number;
  readonly request: Uint8Array;
}

export async function runLoad({ url, connections, requests, forMs }: Load): Promise<LoadResult> {
  const waiting = requests.values();
  const latencies: number[] = [];
  const refused: RefusedRequest[] = [];
  const started = performance.now();
  const next = (): Buffer | undefined => {
    if (performance.now() - started >= forMs) return undefined;
    const step = waiting.next();
    return step.done === true ? undefined : step.value;
  };
  await Promise.all(
    Array.from({ length: connections }, () =>
      overOneConnection(new URL(url), next, (ms, status, request) => {
        latencies.push(ms);
        if (status !== 200) refused.push({ status, request });
      }),
    ),
  );
  return { requests: latencies.length, ms: performance.now() - started, latencies, refused };
}

/** @throws Error when the connection ends before its last answer */
function overOneConnection(
  { hostname, port }: URL,
  next: () => Buffer | undefined,
  answered: (ms: number, status: number, request: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    let sent: Buffer = Buffer.alloc(0);
    let sentAt = 0;
    let received = Buffer.alloc(0);
    const send = (): void => {
      const request = next();
      if (request === undefined) {
        socket.destroy();
        resolve();
        return;
      }
      sent = request;
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The connection ended before the answer came.")));
    socket.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const status = statusOfWhole(received);
      if (status === null) return;
      received = Buffer.alloc(0);
      answered(performance.now() - sentAt, status, sent);
      send();
    });
  });
}

const HEAD_END = "\r\n\r\n";

/** The status once the answer is there as a whole, by its Content-Length or its last chunk; null before. */
function statusOfWhole(received: Buffer): number | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = received.toString("latin1", 0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  const isWhole =
    length === undefined
      ? received.toString("latin1", headEnd).endsWith("\r\n0\r\n\r\n")
      : received.length >= headEnd + HEAD_END.length + Number(length);
  return isWhole ? Number(head.slice(9, 12)) : null;
}
