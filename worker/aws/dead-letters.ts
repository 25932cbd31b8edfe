import * as z from "zod/mini";

import { admittedEvent, type AdmittedEvent } from "../event.ts";
import { err, ok, type Result } from "../result.ts";
import { callAws, type AwsAccount } from "./client.ts";

export interface DeadLetterQueue extends AwsAccount {
  readonly sqsEndpoint: string;
  readonly deadLetterQueueUrl: string;
}

/** One refusal, as the ledger remembers it. `at` is Unix milliseconds. */
export interface Failure {
  readonly at: number;
  readonly code: string;
  readonly message: string;
}

const failure = z.object({ at: z.number(), code: z.string(), message: z.string() });

/** The SQS message body: everything a person needs to judge the event, and a re-drive to publish it. */
export interface DeadLetter {
  readonly version: 1;
  readonly event: AdmittedEvent;
  readonly reason: Failure;
  readonly history: readonly Failure[];
}

/**
 * Sends one dead letter. The body stays under SQS's 1 MiB: the payload is bounded by what `Payload__c` holds.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 * @returns on failure, what AWS said
 */
export async function sendDeadLetter(
  aws: DeadLetterQueue,
  letter: DeadLetter,
): Promise<Result<void, string>> {
  const attribute = (value: string): object => ({ DataType: "String", StringValue: value });
  const answer = await callAws(aws, {
    service: "sqs",
    endpoint: aws.sqsEndpoint,
    target: "AmazonSQS.SendMessage",
    jsonVersion: "1.0",
    body: {
      QueueUrl: aws.deadLetterQueueUrl,
      MessageBody: sqsText(letter),
      MessageAttributes: {
        event_id: attribute(letter.event.id),
        event_type: attribute(letter.event.type),
        correlation_id: attribute(letter.event.correlationId),
        reason: attribute(letter.reason.code),
      },
    },
  });
  return answer.ok ? ok(undefined) : err(answer.error.detail);
}

export const deadLetter: z.ZodMiniType<DeadLetter> = z.object({
  version: z.literal(1),
  event: admittedEvent,
  reason: failure,
  history: z.array(failure),
});

const attributes = z.object({
  Attributes: z.object({ ApproximateNumberOfMessages: z.coerce.number() }),
});

/** How many dead letters there are, roughly. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export async function deadLetterCount(aws: DeadLetterQueue): Promise<Result<number, string>> {
  const answer = await callAws(aws, {
    service: "sqs",
    endpoint: aws.sqsEndpoint,
    target: "AmazonSQS.GetQueueAttributes",
    jsonVersion: "1.0",
    body: {
      QueueUrl: aws.deadLetterQueueUrl,
      AttributeNames: ["ApproximateNumberOfMessages"],
    },
  });
  if (!answer.ok) return err(answer.error.detail);
  const parsed = attributes.safeParse(answer.value);
  return parsed.success
    ? ok(parsed.data.Attributes.ApproximateNumberOfMessages)
    : err("the answer is not SQS's");
}

/** SQS refuses U+FFFE and U+FFFF, which JSON leaves as they are; every other character it refuses is escaped by JSON itself. */
function sqsText(letter: DeadLetter): string {
  return JSON.stringify(letter).replaceAll(
    /[\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}
