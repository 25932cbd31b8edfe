import type { SignedRequest } from "../sigv4/canonical-request.ts";
import { headerValue } from "../sigv4/canonical-request.ts";

const ACTIONS = new Set([
  "AmazonSQS.CreateQueue",
  "AmazonSQS.GetQueueUrl",
  "AmazonSQS.ListQueues",
  "AmazonSQS.ListDeadLetterSourceQueues",
]);

/** Whether the answer to a request carries queue URLs. */
export function namesQueues(request: SignedRequest): boolean {
  return ACTIONS.has(headerValue(request, "x-amz-target") ?? "");
}

/**
 * The emulator's queue URLs name the port it had when the queue was made; clients call those URLs, so they must
 * name the endpoint that checks signatures instead.
 */
export function withQueueUrlsAt(endpoint: string, answer: string): string {
  return answer.replaceAll(/http:\/\/[^/"]+(?=\/\d{12}\/)/g, endpoint);
}
