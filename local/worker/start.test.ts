import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";

import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { stripeEvent } from "../../test/fixtures/stripe-event-files.ts";
import { startLocalWorker, type LocalWorker } from "./start.ts";

const SIGNING_SECRET = "whsec_local";

/** Secrets Manager and the org in one: only what lets an event through, and a switch for the org. */
class OutsideWorld {
  readonly published: string[] = [];
  orgDown = false;
  #server: Server | undefined;

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { status, body } = this.#answer(request.url ?? "", Buffer.concat(chunks).toString());
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return this.#url();
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  #url(): string {
    // A server that listens on TCP has an address of this form.
    return `http://127.0.0.1:${(this.#server?.address() as AddressInfo).port}`;
  }

  #answer(url: string, text: string): { status: number; body: unknown } {
    if (url === "/services/oauth2/token") {
      return { status: 200, body: { access_token: "token", instance_url: this.#url() } };
    }
    if (url === "/services/data/v66.0/composite/sobjects") {
      if (this.orgDown) return { status: 503, body: [] };
      // Written by the Worker under test.
      const { records } = JSON.parse(text) as { records: { Event_Id__c: string }[] };
      this.published.push(...records.map(({ Event_Id__c: id }) => id));
      return { status: 200, body: records.map(() => ({ success: true, errors: [] })) };
    }
    // Written by the Worker under test.
    const { SecretId, VersionStage } = JSON.parse(text) as Record<string, string>;
    const secret =
      SecretId === "stripe/webhook"
        ? SIGNING_SECRET
        : JSON.stringify({ client_id: "relay", client_secret: "secret" });
    return VersionStage === "AWSCURRENT"
      ? { status: 200, body: { SecretString: secret } }
      : { status: 400, body: { __type: "ResourceNotFoundException" } };
  }
}

let outside: OutsideWorld;
let outsideUrl: string;
let dataFolder: string;
let lines: string[];
const running = new Set<LocalWorker>();

beforeAll(async () => {
  outside = new OutsideWorld();
  outsideUrl = await outside.listen();
});

afterAll(() => {
  outside.close();
});

beforeEach(() => {
  outside.published.length = 0;
  outside.orgDown = false;
});

/** Every worker of a folder's has ended before the folder goes. */
async function newFolder(): Promise<void> {
  dataFolder = await mkdtemp(path.join(tmpdir(), "local-worker-"));
  lines = [];
}

async function end(): Promise<void> {
  for (const worker of running) await worker.stop();
  running.clear();
  await rm(dataFolder, { recursive: true, force: true });
}

async function start(port = 0, cronMs?: number): Promise<LocalWorker> {
  const worker = await startLocalWorker({
    port,
    host: "127.0.0.1",
    dataFolder,
    bindings: {
      AWS_ACCESS_KEY_ID: "AKIALOCAL",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_SECRETS_ENDPOINT: outsideUrl,
      AWS_DYNAMODB_ENDPOINT: outsideUrl,
      AWS_SQS_ENDPOINT: outsideUrl,
      SALESFORCE_LOGIN_URL: outsideUrl,
      REQUEUE_AFTER_SECONDS: "2",
    },
    log: (line) => lines.push(line),
    ...(cronMs === undefined ? {} : { cronMs }),
  });
  running.add(worker);
  return worker;
}

async function signed(id: string): Promise<{ payload: string; signature: string }> {
  const payload = JSON.stringify(stripeEvent("payment_intent.succeeded", { id }));
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret: SIGNING_SECRET,
  });
  return { payload, signature };
}

/** As it goes over the wire. */
async function signedRequest(worker: LocalWorker, id: string): Promise<string> {
  const { payload, signature } = await signed(id);
  const head = [
    "POST /webhook/stripe HTTP/1.1",
    `host: ${new URL(worker.url).host}`,
    `stripe-signature: ${signature}`,
    `content-length: ${Buffer.byteLength(payload)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${payload}`;
}

/** Sends a request and is gone so long after, answered or not. */
function hangUp(worker: LocalWorker, request: string, afterMs: number): Promise<void> {
  const { hostname, port } = new URL(worker.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(request, () => setTimeout(() => socket.destroy(), afterMs));
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}

async function deliver(worker: LocalWorker, id: string): Promise<number> {
  const { payload, signature } = await signed(id);
  const response = await fetch(`${worker.url}/webhook/stripe`, {
    method: "POST",
    headers: { "stripe-signature": signature },
    body: payload,
  });
  await response.body?.cancel();
  return response.status;
}

async function answers(worker: LocalWorker): Promise<void> {
  await vi.waitFor(
    async () => expect((await fetch(`${worker.url}/health/live`)).status).toBe(200),
    {
      timeout: 60_000,
      interval: 100,
    },
  );
}

async function isPublished(...ids: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect(outside.published).toEqual(expect.arrayContaining([...ids])), {
    timeout: 60_000,
    interval: 100,
  });
}

/** Kills workerd, and each that follows it as soon as that is spawned. */
async function killInARow(worker: LocalWorker, times: number): Promise<void> {
  const killed = new Set<number>();
  while (killed.size < times) {
    const pid = worker.workerdPid();
    if (!killed.has(pid)) process.kill(pid, "SIGKILL");
    killed.add(pid);
    await setImmediate();
  }
}

// Waits are for a broken Worker; on a machine with much else to do a start takes half a minute.
const PATIENCE = { timeout: 150_000 };

describe("the local Worker", PATIENCE, () => {
  let worker: LocalWorker;

  beforeAll(async () => {
    await newFolder();
    worker = await start();
  }, PATIENCE.timeout);

  afterAll(end);

  it("brings a delivery to the org", async () => {
    expect(await deliver(worker, "evt_local1")).toBe(200);

    await isPublished("evt_local1");
    await vi.waitFor(() => expect(lines.join("\n")).toContain('"event":"relay.published"'), {
      timeout: 60_000,
      interval: 50,
    });
  });

  it("says in a sentence that its port is taken", async () => {
    const { port } = new URL(worker.url);

    await expect(start(Number(port))).rejects.toThrow(
      `The Worker cannot start because port ${port} on 127.0.0.1 is already in use.`,
    );
  });

  it("answers deliveries by the call they share, though clients of others in it hang up", async () => {
    await deliver(worker, "evt_first");
    const stay = Array.from({ length: 60 }, (_, index) => `evt_stays${index}`);
    const leave = Array.from({ length: 60 }, (_, index) => `evt_leaves${index}`);
    const wires = await Promise.all(leave.map((id) => signedRequest(worker, id)));

    const left = wires.map((wire, index) => hangUp(worker, wire, index % 20));
    const statuses = await Promise.all(stay.map((id) => deliver(worker, id)));
    await Promise.all(left);

    // Who waited in vain for a call, its own or another's, is answered 503.
    expect(statuses).toEqual(stay.map(() => 200));
    await isPublished(...stay);
  });

  it("is started again on the same port when workerd is killed, and loses no accepted event", async () => {
    const killed = worker.workerdPid();
    outside.orgDown = true;
    const ids = Array.from({ length: 20 }, (_, index) => `evt_killed${index}`);
    const statuses = await Promise.all(ids.map((id) => deliver(worker, id)));
    expect(new Set(statuses)).toEqual(new Set([200]));

    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(worker.restarts()).toBe(1), { timeout: 60_000 });
    outside.orgDown = false;

    await answers(worker);
    await isPublished(...ids);
    expect(worker.workerdPid()).not.toBe(killed);
    expect(lines.filter((line) => line.includes("started again on port"))).toHaveLength(1);
  });

  it("is started again when workerd is killed once more before it listens, as often as that happens", async () => {
    const { url } = worker;
    const before = worker.restarts();
    await killInARow(worker, 4);

    await vi.waitFor(() => expect(worker.restarts()).toBeGreaterThan(before), { timeout: 60_000 });

    expect(worker.url).toBe(url);
    expect(await deliver(worker, "evt_twice_killed")).toBe(200);
    await isPublished("evt_twice_killed");
  });

  it("leaves no process behind when it is stopped", async () => {
    const pid = worker.workerdPid();

    await worker.stop();
    running.delete(worker);

    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    await expect(fetch(worker.url)).rejects.toThrow();
  });
});

describe("a local Worker of its own", PATIENCE, () => {
  beforeEach(newFolder);
  afterEach(end);

  it("runs the cron as Cloudflare does: the relay tells the org how it stands", async () => {
    await start(0, 200);

    await vi.waitFor(
      () => expect(outside.published).toContainEqual(expect.stringMatching(/^state_\d+$/)),
      { timeout: 60_000, interval: 100 },
    );
  });

  it("goes on while it logs more than a pipe holds and its cron runs", async () => {
    const run = path.join(import.meta.dirname, "testing/run-loud-worker.ts");

    const { stdout } = await promisify(execFile)(process.execPath, [run, dataFolder], {
      timeout: 120_000,
      killSignal: "SIGKILL",
    });

    expect(stdout).toBe("said it all\n");
  });

  it("finds its ledger again after a stop and a new start", async () => {
    const first = await start();
    outside.orgDown = true;
    expect(await deliver(first, "evt_restarted1")).toBe(200);
    await first.stop();
    running.delete(first);
    outside.orgDown = false;

    await start();

    await isPublished("evt_restarted1");
  });
});
