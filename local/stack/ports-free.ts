import { assertPortFree } from "../http/free-port.ts";
import { PARTS, type Part } from "./settings.ts";

const NAMES: Readonly<Record<Part, string>> = {
  worker: "The Worker",
  org: "The Salesforce org",
  stripe: "Local Stripe",
  sqs: "Local SQS",
  dynamodb: "Local DynamoDB",
  secrets: "Local Secrets Manager",
  page: "The page",
};

/**
 * Tried before anything is started: most of a start would be over by the time the last part finds its port taken. Without the page's:
 * everything else runs where that cannot.
 * @throws Error that names the part and its port, and says what to do
 */
export async function assertPortsFree(
  host: string,
  ports: Readonly<Record<Part, number>>,
): Promise<void> {
  for (const part of PARTS) {
    if (part !== "page") await assertPartHasPort(part, host, ports[part]);
  }
}

/** @throws Error as above */
export async function assertPartHasPort(part: Part, host: string, port: number): Promise<void> {
  try {
    await assertPortFree(NAMES[part], host, port);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${reason} Stop what uses it (another npm start?), or choose another: --${part}-port N`,
      { cause: error },
    );
  }
}
