/** The dead letter queue as far as SQS lets one look into it. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/ */
import { z } from "zod";
import { callAws, type AwsError } from "../../worker/aws/client.ts";
import { deadLetter, type DeadLetter } from "../../worker/aws/dead-letters.ts";
import type { Place } from "./place.ts";

export interface Message {
  readonly receiptHandle: string;
  readonly messageId: string;
  /** When it was sent, Unix milliseconds; null when SQS did not say. */
  readonly sentMs: number | null;
  /** Null for a message this version cannot read. */
  readonly letter: DeadLetter | null;
}

const MOST_A_CALL = 10;
/** Others do not see what this command holds, so that it meets each message once. */
const HELD_SECONDS = 300;
/** 0 would do for SQS, but the local one fails on it and loses sight of the message until it is started again. */
const PUT_BACK_SECONDS = 1;
/** One empty answer may be a server of SQS that had none. */
const EMPTY_ANSWERS = 2;

const received = z.object({
  Messages: z
    .array(
      z.object({
        MessageId: z.string(),
        ReceiptHandle: z.string(),
        Body: z.string(),
        Attributes: z.object({ SentTimestamp: z.coerce.number().optional() }).optional(),
      }),
    )
    .optional(),
});

export class DeadLetterQueue {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Receives every message once. Whoever iterates puts back or deletes what it was given. */
  async *messages(): AsyncGenerator<Message> {
    let empty = 0;
    while (empty < EMPTY_ANSWERS) {
      const answer = await this.#call("ReceiveMessage", {
        MaxNumberOfMessages: MOST_A_CALL,
        VisibilityTimeout: HELD_SECONDS,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ["SentTimestamp"],
      });
      const messages = received.parse(answer ?? {}).Messages ?? [];
      empty = messages.length === 0 ? empty + 1 : 0;
      for (const { MessageId, ReceiptHandle, Body, Attributes } of messages) {
        yield {
          receiptHandle: ReceiptHandle,
          messageId: MessageId,
          sentMs: Attributes?.SentTimestamp ?? null,
          letter: letterIn(Body),
        };
      }
    }
  }

  /** Makes messages visible to others again. One whose time was over before is so already. */
  async putBack(messages: readonly Message[]): Promise<void> {
    for (let start = 0; start < messages.length; start += MOST_A_CALL) {
      const batch = messages.slice(start, start + MOST_A_CALL);
      await this.#call("ChangeMessageVisibilityBatch", {
        Entries: batch.map(({ receiptHandle }, index) => ({
          Id: String(index),
          ReceiptHandle: receiptHandle,
          VisibilityTimeout: PUT_BACK_SECONDS,
        })),
      });
    }
  }

  async delete({ receiptHandle }: Message): Promise<void> {
    await this.#call("DeleteMessage", { ReceiptHandle: receiptHandle });
  }

  async purge(): Promise<void> {
    await this.#call("PurgeQueue", {});
  }

  /** @throws Error of one sentence with what AWS said */
  async #call(operation: string, input: object): Promise<unknown> {
    const { account, sqsEndpoint, queueUrl } = this.#place;
    const answer = await callAws(account, {
      service: "sqs",
      endpoint: sqsEndpoint,
      target: `AmazonSQS.${operation}`,
      jsonVersion: "1.0",
      body: { QueueUrl: queueUrl, ...input },
      timeoutMs: 15_000,
    });
    if (answer.ok) return answer.value;
    throw new Error(`SQS did not ${operation} at ${queueUrl}: ${explained(answer.error)}`);
  }
}

export function explained(error: AwsError): string {
  return error.reason === "unreachable" ? `it cannot be reached (${error.detail})` : error.detail;
}

function letterIn(body: string): DeadLetter | null {
  try {
    return deadLetter.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
