import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startLocalAws, type LocalAws } from "../../local/aws/local-aws.ts";
import { close, listen } from "../../local/http/listening.ts";
import { z } from "zod";
import { callAws } from "../../worker/aws/client.ts";
import { deadLetter, sendDeadLetter, type DeadLetter } from "../../worker/aws/dead-letters.ts";
import type { Action, Selection } from "./command.ts";
import type { Place } from "./place.ts";
import { run, type Terminal } from "./run.ts";

const account = { accessKeyId: "AKIALOCAL", secretAccessKey: "local-secret", region: "us-east-1" };
const TOKEN = "redrive-token-of-the-test";

// Every look at a queue ends with two seconds in which nothing more comes.
vi.setConfig({ testTimeout: 30_000 });

const asked = z.object({ letters: z.array(z.object({ id: z.string() })) });

let aws: LocalAws;
let worker: Server;
let place: Place;
let dataFolder: string;
/** Event ids the Worker has taken back; those in `refusing` it does not take, those in `poison` are dead again before it answers. */
let taken: string[];
let refusing: Set<string>;
let poison: Set<string>;
let output: string[];
let answer: string | null;

const terminal: Terminal = {
  print: (line) => output.push(line),
  complain: (line) => output.push(`! ${line}`),
  ask: async () => answer,
};

function standingOf(id: string): string {
  if (!taken.includes(id)) return "current";
  return poison.has(id) ? "superseded" : "published";
}

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), "dlq-"));
  aws = await startLocalAws({
    host: "127.0.0.1",
    ports: { sqs: 0, dynamodb: 0, secrets: 0 },
    dataFolder,
    credentials: account,
    log: () => undefined,
  });
  worker = createServer((request, response) => {
    void text(request).then(async (body) => {
      if (request.url?.endsWith("/standings") === true) {
        const { letters } = asked.parse(JSON.parse(body));
        response.end(JSON.stringify({ standings: letters.map(({ id }) => standingOf(id)) }));
        return;
      }
      const { event, reason } = deadLetter.parse(JSON.parse(body));
      const allowed = request.headers.authorization === `Bearer ${TOKEN}`;
      const known = taken.includes(event.id);
      const refused = !allowed || refusing.has(event.id);
      if (!refused) taken.push(event.id);
      if (poison.has(event.id)) await dies(event.id, reason.code, reason.at + 1);
      response.statusCode = refused ? 503 : 200;
      response.end(
        JSON.stringify(refused ? { error: "not now" } : { result: known ? "open" : "revived" }),
      );
    });
  });
  const { url } = await listen(worker, { name: "Worker", host: "127.0.0.1", port: 0 });
  place = {
    account,
    sqsEndpoint: aws.sqsUrl,
    queueUrl: aws.deadLetterQueueUrl,
    secretsEndpoint: aws.secretsUrl,
    secretsPrefix: "",
    workerUrl: url,
  };
  await secrets("CreateSecret", {
    Name: "relay/operations",
    SecretString: JSON.stringify({ redrive_token: TOKEN }),
    ClientRequestToken: crypto.randomUUID(),
  });
});

afterAll(async () => {
  await close(worker);
  await aws.stop();
  await rm(dataFolder, { recursive: true });
});

beforeEach(async () => {
  await sqs("PurgeQueue", {});
  taken = [];
  refusing = new Set();
  poison = new Set();
  output = [];
  answer = null;
});

async function sqs(operation: string, input: object): Promise<unknown> {
  const answer = await callAws(account, {
    service: "sqs",
    endpoint: aws.sqsUrl,
    jsonVersion: "1.0",
    target: `AmazonSQS.${operation}`,
    body: { QueueUrl: aws.deadLetterQueueUrl, ...input },
  });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
}

async function secrets(operation: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const call = { service: "secretsmanager", endpoint: aws.secretsUrl, jsonVersion: "1.1" } as const;
  expect(
    await callAws(account, { ...call, target: `secretsmanager.${operation}`, body }),
  ).toMatchObject({ ok: true });
}

async function dies(
  id: string,
  code = "STRING_TOO_LONG",
  at = Date.UTC(2026, 10, 21),
): Promise<void> {
  const reason = { at, code, message: "too long" };
  const letter: DeadLetter = {
    version: 1,
    event: {
      id,
      type: "customer.updated",
      objectId: "cus_1",
      lane: "bulk",
      apiVersion: null,
      livemode: false,
      account: null,
      createdAt: 1,
      receivedAt: 2,
      correlationId: `correlation of ${id}`,
      payload: '{"object":{"id":"cus_1"}}',
    },
    reason,
    history: [reason],
  };
  const queue = { ...account, sqsEndpoint: aws.sqsUrl, deadLetterQueueUrl: aws.deadLetterQueueUrl };
  expect(await sendDeadLetter(queue, letter)).toEqual({ ok: true, value: undefined });
}

/** How many messages there are, those included that become visible again in a moment. */
async function left(): Promise<number> {
  const names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
  const answer = await sqs("GetQueueAttributes", { AttributeNames: names });
  // The local SQS answers what it was asked for.
  const { Attributes } = answer as { Attributes: Record<string, string> };
  return names.reduce((sum, name) => sum + Number(Attributes[name]), 0);
}

describe("list and show", () => {
  test("list shows all, the longest dead first, and leaves them where they are", async () => {
    for (let number = 0; number < 12; number += 1)
      await dies(`evt_${number}`, "STRING_TOO_LONG", 1_795_000_000_000 - number);
    await sqs("SendMessage", { MessageBody: "somebody's note" });

    expect(await run({ kind: "list" }, place, terminal)).toBe(0);

    expect(output[0]).toMatch(/^Event +Type +Lane +Reason +Refused at +Now$/);
    expect(output[1]).toMatch(/^\(unreadable message [\w-]+\)$/);
    expect(output[2]).toMatch(
      /^evt_11 .*customer\.updated +bulk +STRING_TOO_LONG +2026-11-18T\S+ +dead$/,
    );
    expect(output.at(-1)).toContain("13 in all");
    output = [];
    await run({ kind: "list" }, place, terminal);
    expect(output.at(-1)).toContain("13 in all");
  });

  test("an empty queue is said so", async () => {
    await run({ kind: "list" }, place, terminal);

    expect(output).toEqual(["There are no dead letters."]);
  });

  test("show prints one letter whole, with its payload read", async () => {
    await dies("evt_1");
    await dies("evt_2");

    expect(await run({ kind: "show", id: "evt_2" }, place, terminal)).toBe(0);

    expect(JSON.parse(output.join("\n"))).toMatchObject({
      event: {
        id: "evt_2",
        correlationId: "correlation of evt_2",
        payload: { object: { id: "cus_1" } },
      },
      reason: { code: "STRING_TOO_LONG" },
      history: [{ at: "2026-11-21T00:00:00.000Z" }],
    });
    expect(await left()).toBe(2);
    expect(await run({ kind: "show", id: "evt_3" }, place, terminal)).toBe(1);
    expect(output.at(-1)).toBe("! evt_3 is not in the dead letter queue.");
  });
});

function redriving(selection: Selection): Extract<Action, { kind: "redrive" }> {
  return { kind: "redrive", selection, waitSeconds: 10 };
}

describe("redrive", () => {
  test("hands the named events to the Worker once, and deletes their letters", async () => {
    await dies("evt_1");
    await dies("evt_2");
    await dies("evt_2");

    expect(await run(redriving({ kind: "ids", ids: ["evt_2"] }), place, terminal)).toBe(0);

    expect(output).toEqual([
      "evt_2  on its way again",
      "evt_2  was on its way already; the letter is deleted",
      "evt_2  published",
      "Taken back: 1; needed no more: 1; failed: 0; refused again: 0; left: 1.",
    ]);
    expect(await left()).toBe(1);
  });

  test("keeps the letter of an event that is refused again before the command ends, and says so", async () => {
    await dies("evt_poison");
    poison.add("evt_poison");

    expect(await run(redriving({ kind: "ids", ids: ["evt_poison"] }), place, terminal)).toBe(1);

    expect(output).toEqual([
      "evt_poison  on its way again",
      "! evt_poison  refused again: see npm run dlq -- show evt_poison",
      "Taken back: 1; needed no more: 0; failed: 0; refused again: 1; left: 1.",
    ]);
    expect(taken).toEqual(["evt_poison"]);
    expect(await left()).toBe(1);
  });

  test("does not wait for outcomes when told not to", async () => {
    await dies("evt_1");

    await run({ ...redriving({ kind: "all" }), waitSeconds: 0 }, place, terminal);

    expect(output).toContain(
      "evt_1  still on its way: the ledger sends it when Salesforce takes it",
    );
  });

  test("by reason takes those alone; all takes the rest, but no message it cannot read", async () => {
    await dies("evt_1", "STRING_TOO_LONG");
    await dies("evt_2", "INVALID_FIELD");
    await sqs("SendMessage", { MessageBody: '{"version":2}' });

    await run(redriving({ kind: "reason", code: "INVALID_FIELD" }), place, terminal);
    expect(taken).toEqual(["evt_2"]);
    await run(redriving({ kind: "all" }), place, terminal);

    expect(taken).toEqual(["evt_2", "evt_1"]);
    expect(output.at(-1)).toBe(
      "Taken back: 1; needed no more: 0; failed: 0; refused again: 0; left: 1.",
    );
  });

  test("keeps a letter the Worker does not take, and says that an id is not there", async () => {
    await dies("evt_1");
    refusing.add("evt_1");

    const selection = { kind: "ids", ids: ["evt_1", "evt_9"] } as const;
    expect(await run(redriving(selection), place, terminal)).toBe(1);

    expect(output).toContain("! evt_1  stays: 503: not now");
    expect(output).toContain("! evt_9 is not in the dead letter queue.");
    expect(await left()).toBe(1);
  });

  test("keeps the letters when the Worker is not there", async () => {
    await dies("evt_1");
    const nowhere = { ...place, workerUrl: "http://127.0.0.1:1" };

    expect(await run(redriving({ kind: "all" }), nowhere, terminal)).toBe(1);

    expect(output[0]).toContain(
      "! evt_1  stays: The Worker at http://127.0.0.1:1 cannot be reached",
    );
    expect(await left()).toBe(1);
  });

  test("wants to know where the Worker is, and a token", async () => {
    const redriveAll = redriving({ kind: "all" });
    await expect(run(redriveAll, { ...place, workerUrl: null }, terminal)).rejects.toThrow(
      "Where is the Worker?",
    );
    await expect(
      run(redriveAll, { ...place, secretsEndpoint: "http://127.0.0.1:1" }, terminal),
    ).rejects.toThrow("Secrets Manager did not give relay/operations: it cannot be reached");
  });
});

describe("purge", () => {
  test("asks first", async () => {
    await dies("evt_1");
    const purge = { kind: "purge", confirmed: false } as const;

    expect(await run(purge, place, terminal)).toBe(2);
    answer = "yes";
    expect(await run(purge, place, terminal)).toBe(1);
    expect(await left()).toBe(1);
    answer = "purge";
    expect(await run(purge, place, terminal)).toBe(0);

    expect(await left()).toBe(0);
  });

  test("does not ask when told yes, and says what SQS said", async () => {
    expect(await run({ kind: "purge", confirmed: true }, place, terminal)).toBe(0);

    const wrong = { ...place, queueUrl: `${aws.sqsUrl}/000000000000/nothing` };
    await expect(run({ kind: "purge", confirmed: true }, wrong, terminal)).rejects.toThrow(
      /SQS did not PurgeQueue at .*400/,
    );
  });
});
