import { createServer } from "node:http";
import { close, listen } from "../http/listening.ts";

/** The port itself, or for 0 one that nobody uses now: for a part whose URL others need before it is started. */
export async function chosenPort(name: string, host: string, port: number): Promise<number> {
  if (port !== 0) return port;
  const server = createServer();
  const listening = await listen(server, { name, host, port: 0 });
  await close(server);
  return listening.port;
}
