import type { Server } from "node:http";

/** A server that accepts connections. */
export interface Listening {
  /** `http://host:port`, without a trailing slash. */
  readonly url: string;
  /** The port taken; differs from the one asked for when that was 0. */
  readonly port: number;
}

/**
 * Opens a server on a port; 0 takes any free one.
 * @throws Error of one sentence naming what wanted the port and which port it was, when it is taken or forbidden.
 */
export function listen(
  server: Server,
  place: { readonly name: string; readonly host: string; readonly port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => reject(explain(error, place));
    server.once("error", onError);
    server.listen(place.port, place.host, () => {
      server.off("error", onError);
      const address = server.address();
      if (address === null || typeof address === "string") {
        reject(new Error(`${place.name} has no TCP port.`));
        return;
      }
      const host = place.host.includes(":") ? `[${place.host}]` : place.host;
      resolve({ url: `http://${host}:${address.port}`, port: address.port });
    });
  });
}

function explain(
  error: NodeJS.ErrnoException,
  { name, host, port }: { readonly name: string; readonly host: string; readonly port: number },
): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`${name} cannot start because port ${port} on ${host} is already in use.`, {
        cause: error,
      });
    case "EACCES":
      return new Error(`${name} cannot start because port ${port} on ${host} is not allowed.`, {
        cause: error,
      });
    default:
      return error;
  }
}

/** Stops accepting, then drops every open connection, idle or busy. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      // Dynalite reports success as null.
      if (error && !hasCode(error, "ERR_SERVER_NOT_RUNNING")) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}

function hasCode(error: Error, code: string): boolean {
  return "code" in error && error.code === code;
}
