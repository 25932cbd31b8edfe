import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHarness, type Harness } from "../testing/local-stripe-harness.ts";

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});

afterAll(async () => {
  await harness.stop();
});

/** Fetch does not let a caller name another host. */
function statusOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${harness.url()}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["a page of another site posts", { origin: "https://example.com" }],
  ["a page's own name leads here", { host: "example.com:4242" }],
  ["a name begins like this machine's", { host: "localhost.example.com" }],
])("refused where %s", async (_what, headers) => {
  expect(await statusOf("POST", "/_local/deliveries/pause", headers)).toBe(403);
  expect(await statusOf("GET", "/_local/deliveries", headers)).toBe(403);
  expect(await statusOf("DELETE", "/_local/faults", headers)).toBe(403);

  const { body } = await harness.get("/_local/deliveries");
  expect(body).toMatchObject({ paused: false });
});

test.each(["localhost:4242", "127.0.0.1", "[::1]:4242"])("answered at %s", async (host) => {
  expect(await statusOf("GET", "/_local/deliveries", { host })).toBe(200);
});
