/** In the runtime as it is deployed: what answers one delivery by another's call is turned off in the Worker's own tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerLives } from "../traffic/customer-lives.ts";
import { startAnsweringOrg, type AnsweringOrg } from "./answering-org.ts";
import { runLoad } from "./keep-alive-client.ts";
import { startRealWorker, startSurroundings, type Surroundings } from "./real-worker.ts";
import { shardDatabases } from "./stored-history.ts";
import { signedWebhook } from "./webhooks.ts";
import type { RunningWorker } from "./yardstick-worker.ts";

let folder: string;
let surroundings: Surroundings;
let org: AnsweringOrg;
let worker: RunningWorker;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "at-once-"));
  surroundings = await startSurroundings(folder);
  org = await startAnsweringOrg();
  worker = await startRealWorker(path.join(folder, "worker"), {
    ...surroundings,
    bindings: { ...surroundings.bindings, SALESFORCE_LOGIN_URL: org.url, ADMISSION_SHARDS: "2" },
  });
});

afterAll(async () => {
  await worker.stop();
  await org.stop();
  await surroundings.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function storedIds(): string[] {
  return shardDatabases(path.join(folder, "worker")).flatMap((file) => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return database
        .prepare("SELECT id FROM event")
        .all()
        .map(({ id }) => String(id));
    } finally {
      database.close();
    }
  });
}

/** Sends and is gone before the answer. */
function hangUp(request: Buffer): Promise<void> {
  const { hostname, port } = new URL(worker.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(request, () => socket.destroy());
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}

describe("deliveries at the same time", () => {
  it("are each answered once their event is stored, once, also when others of them hang up", async () => {
    const soon = customerLives(
      60,
      "o",
      (type) => !/^(customer\.updated|payment_method)/.test(type),
    );
    const [answered, hungUp] = [soon.slice(0, 50), soon.slice(50)];
    const wire = (event: (typeof soon)[number]): Buffer =>
      signedWebhook(event, surroundings.webhookSecret);
    const repeated = [...answered, ...answered.slice(0, 10), ...answered.slice(0, 5)];

    const [load] = await Promise.all([
      runLoad({
        url: worker.url,
        connections: repeated.length,
        requests: repeated.map(wire),
        forMs: Number.POSITIVE_INFINITY,
      }),
      ...hungUp.map((event) => hangUp(wire(event))),
    ]);

    expect([load.requests, load.refused.length]).toEqual([repeated.length, 0]);
    const stored = storedIds();
    expect(new Set(stored).size).toBe(stored.length);
    expect(answered.filter(({ id }) => !stored.includes(id))).toEqual([]);
    // As many as are stored come to the org, so none twice.
    await expect.poll(() => org.taken() - storedIds().length, { timeout: 30_000 }).toBe(0);
  });
});
