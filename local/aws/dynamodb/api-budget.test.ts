import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiBudget } from "../../../worker/budget/api-budget.ts";
import type { LocalAwsService } from "../service-options.ts";
import { API_BUDGET_TABLE, startLocalDynamoDb } from "./local-dynamodb.ts";

const account = { accessKeyId: "AKIALOCAL", secretAccessKey: "local-secret", region: "us-east-1" };
const NOON = Date.UTC(2026, 10, 21, 12);

let dynamodb: LocalAwsService;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "api-budget-"));
  dynamodb = await startLocalDynamoDb({
    host: "127.0.0.1",
    port: 0,
    dataFolder,
    credentials: account,
    region: account.region,
    log: () => undefined,
  });
});

afterAll(async () => {
  await dynamodb.stop();
  await rm(dataFolder, { recursive: true });
});

function budgetOf(org: string): ApiBudget {
  const table = { account, endpoint: dynamodb.url, name: API_BUDGET_TABLE, timeoutMs: 5_000 };
  return new ApiBudget(table, org, { minute: 40, hour: 1_000, day: 10_000 });
}

test("the budget's expressions are ones DynamoDB takes: first, kept, rotated, cleared, and with a quota", async () => {
  const budget = budgetOf("each-expression");
  const urgent = { lane: "urgent", calls: 20 } as const;

  expect(await budget.take({ ...urgent, nowMs: NOON })).toEqual({ kind: "granted" });
  expect(await budget.take({ ...urgent, nowMs: NOON + 1 })).toEqual({ kind: "granted" });
  expect(await budget.take({ ...urgent, nowMs: NOON + 2 })).toEqual({
    kind: "denied",
    window: "minute",
    untilMs: NOON + 90_000,
  });
  expect(await budget.take({ ...urgent, nowMs: NOON + 90_000 })).toEqual({ kind: "granted" });
  await budget.learn("api-usage=80/100", NOON + 90_001);
  expect(await budget.take({ ...urgent, nowMs: NOON + 600_000 })).toEqual({ kind: "granted" });
  expect(await budget.take({ ...urgent, nowMs: NOON + 900_000 })).toMatchObject({ window: "day" });
  expect(await budget.use(NOON + 600_000)).toEqual({
    ok: true,
    value: [
      { window: "minute", used: 20, limit: 40 },
      { window: "hour", used: 80, limit: 1_000 },
      { window: "day", used: 100, limit: 100 },
    ],
  });
  // Three days later the item has expired, whether or not DynamoDB has deleted it.
  expect(
    await budgetOf("each-expression").take({ ...urgent, nowMs: NOON + 3 * 86_400_000 }),
  ).toEqual({
    kind: "granted",
  });
});

test("isolates that take at once get no more than the limit between them", async () => {
  const isolates = Array.from({ length: 4 }, () => budgetOf("at-once"));
  const takes = Array.from({ length: 60 }, async (_, index) =>
    isolates[index % 4]?.take({ lane: "urgent", calls: 1, nowMs: NOON + index }),
  );

  const verdicts = await Promise.all(takes);

  expect(verdicts.filter((verdict) => verdict?.kind === "granted")).toHaveLength(40);
});
