import { createServer } from "node:http";
import { close, listen } from "./listening.ts";

/** Nobody else gets the port until the part it is kept for is about to listen there. */
export interface KeptPort {
  readonly port: number;
  /** Gives it back; does nothing the second time. */
  release(): Promise<void>;
}

/**
 * For a part whose URL others need before it is started. Whoever connects meanwhile is turned away, as where nothing listens.
 * @param port 0 keeps any that is free
 * @throws Error of one sentence naming what wants the port and which port it is
 */
export async function keepPort(name: string, host: string, port: number): Promise<KeptPort> {
  const server = createServer().on("connection", (socket) => socket.destroy());
  const listening = await listen(server, { name, host, port });
  return { port: listening.port, release: () => close(server) };
}

/**
 * Tried before anything is started that would find out late, or say so in words that are lost among others. 0 is always free.
 * @throws Error of one sentence naming what wants the port and which port it is
 */
export async function assertPortFree(name: string, host: string, port: number): Promise<void> {
  if (port === 0) return;
  const kept = await keepPort(name, host, port);
  await kept.release();
}
