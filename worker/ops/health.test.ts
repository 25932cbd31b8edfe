import { env, exports } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { replaceOutsideWorld, type OutsideWorld } from "../testing/outside-world.ts";
import { health } from "./health.ts";

let outside: OutsideWorld;

beforeEach(() => {
  outside = replaceOutsideWorld();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** As a fresh isolate would answer; `broken` replaces bindings. */
async function ready(broken: object = {}): Promise<{ status: number; body: unknown }> {
  const response = await health.request("/ready", {}, { ...env, ...broken });
  return { status: response.status, body: await response.json() };
}

describe("health", () => {
  it.each(["/health", "/health/live"])("answers %s without asking anyone", async (path) => {
    const response = await exports.default.fetch(`https://relay.test${path}`);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it("names each dependency, and remembers the answer for a moment", async () => {
    const first = await exports.default.fetch("https://relay.test/health/ready");
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(await first.json()).toEqual({
      status: "ready",
      checks: { secrets: "ok", salesforce_token: "ok", admission: "ok", dynamodb: "ok", sqs: "ok" },
    });

    const calls = vi.mocked(globalThis.fetch).mock.calls.length;
    const again = await exports.default.fetch("https://relay.test/health/ready");

    expect(again.status).toBe(200);
    expect(globalThis.fetch).toHaveBeenCalledTimes(calls);
  });

  it("asks once, however many ask at once", async () => {
    const isolate = { ...env };
    await Promise.all(
      Array.from({ length: 50 }, async () => health.request("/ready", {}, isolate)),
    );
    const calls = vi
      .mocked(globalThis.fetch)
      .mock.calls.map(
        ([input, init]) =>
          (input instanceof Request ? input.headers : new Headers(init?.headers)).get(
            "x-amz-target",
          ) ?? "",
      );

    expect(calls.filter((target) => target.startsWith("DynamoDB"))).toHaveLength(1);
    expect(calls.filter((target) => target.startsWith("AmazonSQS"))).toHaveLength(1);
  });

  it("is degraded without what delivery can do without", async () => {
    outside.aws.sqsDown = true;
    outside.dynamodb.refusal = "InternalServerError";

    expect(await ready()).toMatchObject({
      status: 200,
      body: { status: "degraded", checks: { dynamodb: "failed", sqs: "failed", admission: "ok" } },
    });
  });

  it("is not ready when a shard does not answer", async () => {
    const down = {
      ADMISSION: { getByName: () => ({ census: () => Promise.reject(new Error("overloaded")) }) },
    };

    expect(await ready(down)).toMatchObject({
      status: 503,
      body: { status: "not_ready", checks: { admission: "failed", secrets: "ok" } },
    });
  });
});
