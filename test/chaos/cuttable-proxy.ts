import { connect, createServer, type Socket } from "node:net";

/** Stands in front of a service and can be cut off, as if the service were gone. */
export interface CuttableProxy {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  /** Where connections go from now on, `http://host:port`. */
  pointAt(url: string): void;
  /** Ends every connection, and every new one at once. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function startCuttableProxy(): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Either end may go at any moment: that is what this is for.
    socket.on("error", () => socket.destroy());
    return socket;
  };
  let target: URL | null = null;
  let isCut = false;
  const server = createServer((incoming) => {
    keep(incoming);
    if (isCut || target === null) {
      incoming.destroy();
      return;
    }
    const outgoing = keep(connect(Number(target.port), target.hostname));
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on("close", () => outgoing.destroy());
    outgoing.on("close", () => incoming.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    pointAt(url) {
      target = new URL(url);
    },
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        drop();
      });
    },
  };
}
