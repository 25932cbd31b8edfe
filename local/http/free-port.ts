import { createServer } from "node:http";
import { close, listen } from "./listening.ts";

/**
 * Tried before anything is started that would find out late, or say so in words that are lost among others. 0 is always free.
 * @throws Error of one sentence naming what wants the port and which port it is
 */
export async function assertPortFree(name: string, host: string, port: number): Promise<void> {
  if (port !== 0) await portTaken(name, host, port);
}

/** The port itself, or for 0 one that nobody uses now: for a part whose URL others need before it is started. */
export async function chosenPort(name: string, host: string, port: number): Promise<number> {
  return port === 0 ? portTaken(name, host, 0) : port;
}

/** Taken for a moment, and given back. */
async function portTaken(name: string, host: string, port: number): Promise<number> {
  const server = createServer();
  const listening = await listen(server, { name, host, port });
  await close(server);
  return listening.port;
}
