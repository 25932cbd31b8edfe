import { vi } from "vitest";

import { SALESFORCE_SECRET_ID } from "../salesforce/session.ts";
import { WEBHOOK_SECRET_ID } from "../webhook/signing-secrets.ts";
import { FakeAws } from "./fake-aws.ts";
import { FakeDynamoDb } from "./fake-dynamodb.ts";
import { FakeSalesforce } from "./fake-salesforce.ts";

export const SIGNING_SECRET = "whsec_current";
export const PREVIOUS_SIGNING_SECRET = "whsec_previous";

export interface OutsideWorld {
  readonly aws: FakeAws;
  readonly dynamodb: FakeDynamoDb;
  readonly salesforce: FakeSalesforce;
}

/** Puts AWS and Salesforce behind `fetch` for the Worker, its Durable Objects and its queue consumer: they share the test's isolate. */
export function replaceOutsideWorld(): OutsideWorld {
  const aws = new FakeAws();
  const dynamodb = new FakeDynamoDb();
  const salesforce = new FakeSalesforce();
  aws.secrets.set(WEBHOOK_SECRET_ID, {
    AWSCURRENT: SIGNING_SECRET,
    AWSPREVIOUS: PREVIOUS_SIGNING_SECRET,
  });
  aws.secrets.set(SALESFORCE_SECRET_ID, {
    AWSCURRENT: JSON.stringify({
      client_id: salesforce.client.id,
      client_secret: salesforce.client.secret,
    }),
  });
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const answer =
      (await aws.answer(request)) ??
      (await dynamodb.answer(request)) ??
      (await salesforce.answer(request));
    if (answer === undefined) throw new Error(`Nobody is at ${request.url}`);
    return answer;
  });
  return { aws, dynamodb, salesforce };
}
