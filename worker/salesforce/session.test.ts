import { abortAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { CachedSecret } from "../aws/cached-secret.ts";
import type { SecretError } from "../aws/secrets-manager.ts";
import { ConfigurationError, configurationOf } from "../configuration.ts";
import { err, ok, type Result } from "../result.ts";
import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { LOG_EVENTS } from "../log-events.ts";
import { endpointsAt, loadSigningSecrets, WEBHOOK_SECRET_ID } from "../webhook/signing-secrets.ts";
import { SALESFORCE_SECRET_ID, type SalesforceSession } from "./session.ts";

let outside: OutsideWorld;
let session: DurableObjectStub<SalesforceSession>;
let sessions = 0;

beforeAll(() => {
  outside = replaceOutsideWorld();
});

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  sessions += 1;
  session = env.SALESFORCE_SESSION.getByName(`own-${sessions}`);
  outside.salesforce.tokenRequests = 0;
  outside.salesforce.loginDown = false;
  outside.aws.secretsDown = false;
  storeClient(outside.salesforce.client.secret);
});

function storeClient(secret: string): void {
  outside.aws.secrets.set(SALESFORCE_SECRET_ID, {
    AWSCURRENT: JSON.stringify({ client_id: outside.salesforce.client.id, client_secret: secret }),
  });
}

async function tokenOf(rejected: string | null = null): Promise<string> {
  const result = await session.token(rejected);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value.accessToken;
}

describe("the Salesforce session", () => {
  it("asks for one token however many want it at once", async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf()));

    expect(new Set(tokens).size).toBe(1);
    expect(outside.salesforce.tokenRequests).toBe(1);
  });

  it("asks for one new token when twenty were told 401 about the old one", async () => {
    const old = await tokenOf();

    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf(old)));

    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(old);
    expect(outside.salesforce.tokenRequests).toBe(2);
  });

  it("keeps a token that is newer than the rejected one", async () => {
    const first = await tokenOf();
    const second = await tokenOf(first);

    expect(await tokenOf(first)).toBe(second);
    expect(outside.salesforce.tokenRequests).toBe(2);
  });

  it("names the instance the calls go to", async () => {
    expect(await session.token(null)).toMatchObject({
      ok: true,
      value: { instanceUrl: "https://org.salesforce.test" },
    });
  });

  it("does not hammer a login that has just failed", async () => {
    outside.salesforce.loginDown = true;

    const results = [await session.token(null), await session.token(null)];

    expect(results).toMatchObject([
      { ok: false, error: { reason: "login_unreachable" } },
      { ok: false, error: { reason: "login_unreachable" } },
    ]);
    expect(outside.salesforce.tokenRequests).toBe(1);
  });

  it("says that the client is refused, without its secret", async () => {
    storeClient("wrong-secret");

    const result = await session.token(null);

    expect(result).toEqual({
      ok: false,
      error: { reason: "client_refused", detail: "400 invalid_client" },
    });
  });

  it("reads the client again when it is refused, since its secret may have been rotated", async () => {
    const old = await tokenOf();
    const { client } = outside.salesforce;
    outside.salesforce.client = { ...client, secret: "rotated-secret" };
    storeClient("rotated-secret");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11_000 });

    const renewed = await session.token(old);
    outside.salesforce.client = client;

    expect(renewed.ok).toBe(true);
    expect(outside.salesforce.tokenRequests).toBe(3);
  });

  it.each(["not json", "{}"])("says that the stored secret is malformed: %s", async (stored) => {
    outside.aws.secrets.set(SALESFORCE_SECRET_ID, { AWSCURRENT: stored });

    expect(await session.token(null)).toEqual({
      ok: false,
      error: {
        reason: "secret_unavailable",
        detail: 'salesforce/client is not {"client_id","client_secret"}',
      },
    });
  });

  it("says that Secrets Manager does not answer", async () => {
    outside.aws.secretsDown = true;

    expect(await session.token(null)).toMatchObject({
      ok: false,
      error: { reason: "secret_unavailable" },
    });
  });
});

describe("the webhook's signing secrets", () => {
  const { aws } = configurationOf(env);
  const secretsIn = (endpoints: readonly { readonly secrets: readonly string[] }[]): string[] =>
    endpoints.flatMap(({ secrets }) => secrets);

  it("are those of the current version, and for 72 hours after its making of the previous one", async () => {
    outside.aws.secrets.set(WEBHOOK_SECRET_ID, {
      AWSCURRENT: '{"signing_secrets":["whsec_a","whsec_b"]}',
      AWSPREVIOUS: "whsec_old\n",
    });
    outside.aws.currentSince = 1_795_000_000;

    const loaded = await loadSigningSecrets(aws);

    if (!loaded.ok) throw new Error("They can be read.");
    expect(secretsIn(loaded.value.current)).toEqual(["whsec_a", "whsec_b"]);
    expect(secretsIn(loaded.value.previous)).toEqual(["whsec_old"]);
    expect(loaded.value.previousUntilMs).toBe((1_795_000_000 + 72 * 3_600) * 1_000);
    expect(secretsIn(endpointsAt(loaded.value, 1_795_000_000_000))).toHaveLength(3);
    expect(secretsIn(endpointsAt(loaded.value, loaded.value.previousUntilMs))).toHaveLength(2);
  });

  it("need no previous version", async () => {
    outside.aws.secrets.set(WEBHOOK_SECRET_ID, { AWSCURRENT: "whsec_only" });

    expect(await loadSigningSecrets(aws)).toMatchObject({
      value: { current: [{ secrets: ["whsec_only"] }], previous: [] },
    });
  });

  it("are the previous ones, and an alert, when the current version is malformed", async () => {
    const lines = vi.spyOn(console, "error");
    outside.aws.secrets.set(WEBHOOK_SECRET_ID, {
      AWSCURRENT: '{"endpoints":[{"account":"acct_A"}]}',
      AWSPREVIOUS: "whsec_old",
    });

    expect(await loadSigningSecrets(aws)).toMatchObject({
      value: { current: [{ secrets: ["whsec_old"] }] },
    });
    expect(String(lines.mock.calls.at(-1)?.[0])).toContain("secrets.malformed");
    expect(LOG_EVENTS["secrets.malformed"].raises).toBe("secrets_malformed");
    lines.mockRestore();
  });

  it.each(["", "{", '{"signing_secrets":[]}'])("are not found in %j", async (stored) => {
    outside.aws.secrets.set(WEBHOOK_SECRET_ID, { AWSCURRENT: stored });

    expect(await loadSigningSecrets(aws)).toMatchObject({
      ok: false,
      error: { reason: "malformed" },
    });
  });

  it("are refused when the AWS key is wrong", async () => {
    expect(await loadSigningSecrets({ ...aws, secretAccessKey: "other" })).toMatchObject({
      ok: false,
      error: { reason: "refused", detail: expect.stringContaining("InvalidSignature") as string },
    });
  });
});

describe("a cached secret", () => {
  const down: Result<string, SecretError> = err({ reason: "unreachable", detail: "down" });

  function cacheOf(...answers: Result<string, SecretError>[]): {
    cache: CachedSecret<string>;
    reads: () => number;
  } {
    let reads = 0;
    const cache = new CachedSecret(async () => {
      reads += 1;
      const answer = answers.shift();
      if (answer === undefined) throw new Error("Nobody expected another read.");
      return answer;
    });
    return { cache, reads: () => reads };
  }

  it("is read once in five minutes", async () => {
    const { cache, reads } = cacheOf(ok("a"), ok("b"));

    expect(await cache.read(1_000_000)).toEqual(ok("a"));
    expect(await cache.read(1_299_999)).toEqual(ok("a"));
    expect(reads()).toBe(1);
    expect(await cache.read(1_300_000)).toEqual(ok("b"));
  });

  it("is read once by however many ask a cold isolate at once, and once anew by whoever saw a roll", async () => {
    const { cache, reads } = cacheOf(ok("a"), ok("b"));

    const first = await Promise.all(Array.from({ length: 60 }, async () => cache.read(1_000_000)));
    expect(new Set(first.map((each) => (each.ok ? each.value : "")))).toEqual(new Set(["a"]));
    expect(reads()).toBe(1);

    const again = await Promise.all(
      Array.from({ length: 60 }, async () => cache.reread(1_020_000)),
    );
    expect(new Set(again.map((each) => (each.ok ? each.value : "")))).toEqual(new Set(["b"]));
    expect(reads()).toBe(2);
  });

  it("serves on while Secrets Manager is down", async () => {
    const { cache } = cacheOf(ok("a"), down, ok("b"));
    await cache.read(1_000_000);

    expect(await cache.read(1_300_000)).toEqual(ok("a"));
    expect(await cache.read(1_309_999)).toEqual(ok("a"));
    expect(await cache.read(1_310_000)).toEqual(ok("b"));
  });

  it("is asked for again at most once in ten seconds, also when nothing is known yet", async () => {
    const { cache, reads } = cacheOf(down, ok("a"));

    expect(await cache.read(1_000_000)).toEqual(down);
    expect(await cache.read(1_009_999)).toEqual(down);
    expect(reads()).toBe(1);
    expect(await cache.reread(1_010_000)).toEqual(ok("a"));
    expect(await cache.reread(1_010_001)).toEqual(ok("a"));
  });
});

describe("the configuration", () => {
  it("names what is wrong and never its value", () => {
    const broken = { ...env, ADMISSION_SHARDS: "many", AWS_SECRET_ACCESS_KEY: "" };

    expect(() => configurationOf(broken)).toThrow(
      new ConfigurationError(
        "Missing or malformed variables: AWS_SECRET_ACCESS_KEY, ADMISSION_SHARDS",
      ),
    );
  });

  it("falls back to AWS's own endpoints", () => {
    expect(configurationOf(env).aws).toMatchObject({
      secretsEndpoint: "https://secretsmanager.us-east-1.amazonaws.com",
      sqsEndpoint: "https://sqs.us-east-1.amazonaws.com",
    });
  });
});

describe("entering", () => {
  const caller = { lane: "standard", suspect: false } as const;
  const failed = { kind: "unavailable", probe: false, suspectMs: null } as const;

  it("brings the token along", async () => {
    expect(await session.enter(caller)).toEqual({
      kind: "call",
      token: { accessToken: await tokenOf(), instanceUrl: "https://org.salesforce.test" },
    });
  });

  it("fails with the login's reason, and a login that fails five times opens the breaker", async () => {
    outside.salesforce.loginDown = true;

    for (let login = 0; login < 5; login += 1) {
      expect(await session.enter(caller)).toMatchObject({
        kind: "wait",
        cause: "unavailable",
        code: "LOGIN_UNREACHABLE",
        calledBack: false,
      });
    }

    expect(await session.enter(caller)).toMatchObject({
      kind: "wait",
      code: "WAITING_FOR_UNAVAILABLE",
      calledBack: true,
    });
  });

  it("is refused after the object's eviction as before it", async () => {
    await session.settle({ kind: "limit_exceeded" });

    await abortAllDurableObjects();
    session = env.SALESFORCE_SESSION.getByName(`own-${sessions}`);

    expect(await session.enter(caller)).toMatchObject({ kind: "wait", cause: "limit" });
  });

  it("is open to all when another version of the Worker left a breaker behind that cannot be read", async () => {
    await runInDurableObject(session, (_instance, state) => {
      state.storage.kv.put("breaker", { kind: "ajar" });
    });
    await abortAllDurableObjects();
    session = env.SALESFORCE_SESSION.getByName(`own-${sessions}`);

    expect(await session.breaker()).toEqual({ kind: "closed", failures: 0 });
  });

  it("blames an event for a failed call once others have succeeded since it broke one before", async () => {
    const nowMs = Date.now();
    const broken = { ...failed, suspectMs: nowMs - 1_000 };
    expect(await session.settle(broken)).toBe(false);

    await session.settle({ kind: "succeeded" });

    expect(await session.settle(broken)).toBe(true);
    expect(await session.settle({ ...broken, suspectMs: Date.now() + 1_000 })).toBe(false);
    expect(await session.settle(failed)).toBe(false);
  });

  it("counts a shard that cannot be asked as one with a backlog", async () => {
    await runInDurableObject(session, (instance) => {
      // `env` is protected: only a test may take the shards away.
      const inside = instance as unknown as { env: Env };
      const down = { getByName: () => ({ release: () => Promise.reject(new Error("down")) }) };
      inside.env = { ...inside.env, ADMISSION: down as unknown as Env["ADMISSION"] };
    });
    await session.settle({ kind: "limit_exceeded" });
    await session.settle({ kind: "succeeded" });

    expect(await runDurableObjectAlarm(session)).toBe(true);

    expect(await session.breaker()).toMatchObject({ kind: "narrowed", lane: "urgent" });
  });

  it("looks again when looking after the breaker fails", async () => {
    await session.settle({ kind: "limit_exceeded" });
    await session.settle({ kind: "succeeded" });
    await runInDurableObject(session, (instance) => {
      const inside = instance as unknown as { env: Env };
      inside.env = { ...inside.env, ADMISSION_SHARDS: "none" };
    });

    expect(await runDurableObjectAlarm(session)).toBe(true);

    const alarm = await runInDurableObject(session, (_instance, state) => state.storage.getAlarm());
    expect(alarm).toBeGreaterThan(Date.now());
  });
});
