import { createServer } from "node:http";
import { close, listen } from "../http/listening.ts";
import { PARTS, type Part } from "./settings.ts";

/** Without the page: everything else runs where that cannot. */
const NAMES: Readonly<Record<Exclude<Part, "page">, string>> = {
  worker: "The Worker",
  org: "The Salesforce org",
  stripe: "Local Stripe",
  sqs: "Local SQS",
  dynamodb: "Local DynamoDB",
  secrets: "Local Secrets Manager",
};

/**
 * Tried before anything is started: most of a start would be over by the time the last part finds its port taken.
 * @throws Error of one sentence, naming the part and its port
 */
export async function assertPortsFree(
  host: string,
  ports: Readonly<Record<Part, number>>,
): Promise<void> {
  for (const part of PARTS) {
    const port = ports[part];
    if (part === "page" || port === 0) continue;
    const server = createServer();
    await listen(server, { name: NAMES[part], host, port });
    await close(server);
  }
}

/** The port itself, or for 0 one that nobody uses now: for a part whose URL others need before it is started. */
export async function chosenPort(name: string, host: string, port: number): Promise<number> {
  if (port !== 0) return port;
  const server = createServer();
  const listening = await listen(server, { name, host, port: 0 });
  await close(server);
  return listening.port;
}
