import { assertPortFree } from "../http/free-port.ts";
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
    if (part !== "page") await assertPortFree(NAMES[part], host, ports[part]);
  }
}
