import * as z from "zod/mini";

import { err, ok, type Result } from "../result.ts";
import { callAws, type AwsAccount, type AwsError } from "./client.ts";

/** DynamoDB's JSON for a string or a number; numbers travel as text. */
export type AttributeValue = { readonly S: string } | { readonly N: string };
export type Item = Readonly<Record<string, AttributeValue>>;

export interface Table {
  readonly account: AwsAccount;
  readonly endpoint: string;
  readonly name: string;
  readonly timeoutMs: number;
}

export interface Update {
  readonly key: Item;
  readonly update: string;
  readonly condition: string;
  readonly values: Item;
}

const item = z.record(
  z.string(),
  z.union([z.object({ S: z.string() }), z.object({ N: z.string() })]),
);
const found = z.object({ Item: z.optional(item) });
const updated = z.object({ Attributes: item });

/**
 * Reads one item, consistently; undefined when there is none.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html
 */
export async function getItem(
  table: Table,
  key: Item,
): Promise<Result<Item | undefined, AwsError>> {
  const answer = await call(table, "GetItem", { Key: key, ConsistentRead: true });
  if (!answer.ok) return answer;
  const parsed = found.safeParse(answer.value);
  return parsed.success ? ok(parsed.data.Item) : err(unreadable("GetItem"));
}

/**
 * Updates one item if its condition holds, and answers with the item as it stands then; "condition_failed" otherwise.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html
 */
export async function updateItem(
  table: Table,
  { key, update, condition, values }: Update,
): Promise<Result<Item | "condition_failed", AwsError>> {
  const answer = await call(table, "UpdateItem", {
    Key: key,
    UpdateExpression: update,
    ConditionExpression: condition,
    ExpressionAttributeValues: values,
    ReturnValues: "ALL_NEW",
  });
  if (!answer.ok) {
    const { error } = answer;
    const failed = error.reason === "refused" && error.type === "ConditionalCheckFailedException";
    return failed ? ok("condition_failed") : answer;
  }
  const parsed = updated.safeParse(answer.value);
  return parsed.success ? ok(parsed.data.Attributes) : err(unreadable("UpdateItem"));
}

async function call(
  table: Table,
  operation: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Result<unknown, AwsError>> {
  return callAws(table.account, {
    service: "dynamodb",
    endpoint: table.endpoint,
    target: `DynamoDB_20120810.${operation}`,
    jsonVersion: "1.0",
    body: { TableName: table.name, ...body },
    timeoutMs: table.timeoutMs,
  });
}

function unreadable(operation: string): AwsError {
  return { reason: "unreachable", detail: `${operation}: the answer is not DynamoDB's` };
}
