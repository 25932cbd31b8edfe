import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startLocalStripe, type LocalStripe } from "../local-stripe.ts";
import { FAST_RETRY } from "../testing/local-stripe-harness.ts";
import { startEndpoint, type TestEndpoint } from "../testing/webhook-endpoint.ts";

const PLATFORM = "acct_1Platform";
const SECOND = "acct_1Second";
const CONNECTED = "acct_1Connected";
const PLATFORM_KEY = "sk_test_local_platform";
const LIVE_KEY = "sk_live_local_platform";
const SECOND_KEY = "sk_test_local_second";

let folder: string;
let endpoint: TestEndpoint;
let local: LocalStripe;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "local-stripe-"));
  endpoint = await startEndpoint();
  const at = (name: string): { url: string; secret: string } => ({
    url: `${endpoint.url}/${name}`,
    secret: `whsec_${name}`,
  });
  local = await startLocalStripe({
    port: 0,
    host: "127.0.0.1",
    dataFolder: folder,
    id: PLATFORM,
    key: PLATFORM_KEY,
    webhookEndpoint: at("platform"),
    furtherAccounts: [
      { id: PLATFORM, mode: "live", key: LIVE_KEY, webhookEndpoint: at("live") },
      { id: SECOND, mode: "test", key: SECOND_KEY, webhookEndpoint: at("second") },
      { id: CONNECTED, mode: "test", platform: PLATFORM, webhookEndpoint: at("connect") },
    ],
    retry: FAST_RETRY,
    log: () => undefined,
  });
});
afterAll(async () => {
  await local.stop();
  await endpoint.stop();
  rmSync(folder, { recursive: true, force: true });
});

function sdk(key: string, stripeAccount?: string): Stripe {
  const { hostname, port } = new URL(local.url);
  return new Stripe(key, {
    host: hostname,
    port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
    ...(stripeAccount === undefined ? {} : { stripeAccount }),
  });
}

async function emailsOf(stripe: Stripe): Promise<(string | null)[]> {
  return (await stripe.customers.list()).data.map(({ email }) => email);
}

test("a key says whose a request is, and the header which connected account's", async () => {
  const worlds = {
    platform: sdk(PLATFORM_KEY),
    live: sdk(LIVE_KEY),
    second: sdk(SECOND_KEY),
    connect: sdk(PLATFORM_KEY, CONNECTED),
  };

  for (const [name, stripe] of Object.entries(worlds))
    await stripe.customers.create({ email: `${name}@example.com` });

  for (const [name, stripe] of Object.entries(worlds))
    expect(await emailsOf(stripe)).toEqual([`${name}@example.com`]);
  const ids = await Promise.all(
    Object.values(worlds).map(async (stripe) => (await stripe.accounts.retrieveCurrent()).id),
  );
  expect(ids).toEqual([PLATFORM, PLATFORM, SECOND, CONNECTED]);
});

test("an event is signed with its account's own secret, and names the account where that is connected", async () => {
  await expect.poll(() => endpoint.received.length).toBe(4);

  const told = endpoint.received.map(({ path, body, headers }) => {
    const name = path.slice(1);
    const event = Stripe.webhooks.constructEvent(
      body,
      headers["stripe-signature"] ?? "",
      `whsec_${name}`,
    );
    return [name, event.livemode, event.account];
  });
  expect(Object.fromEntries(told.map(([name, ...rest]) => [name, rest]))).toEqual({
    platform: [false, undefined],
    live: [true, undefined],
    second: [false, undefined],
    connect: [false, CONNECTED],
  });
});

test("refuses a key for an account that is not connected to it, as Stripe words it", async () => {
  for (const stripe of [sdk(SECOND_KEY, CONNECTED), sdk(LIVE_KEY, CONNECTED)]) {
    const refused = stripe.customers.list();
    await expect(refused).rejects.toMatchObject({ statusCode: 403, code: "account_invalid" });
    await expect(refused).rejects.toThrow(`does not have access to account '${CONNECTED}'`);
  }
  await expect(sdk("sk_test_local_other").customers.list()).rejects.toMatchObject({
    statusCode: 401,
  });
});

test("the pages of a further account are below a path of its own", async () => {
  const stripe = sdk(SECOND_KEY);
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://localhost/thanks",
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: 500, product_data: { name: "Hat" } },
      },
    ],
  });

  expect(session.url).toContain(`/_accounts/${SECOND}/test/`);
  expect((await fetch(session.url ?? "")).status).toBe(200);
  const paid = await fetch(
    `${local.url}/_accounts/${SECOND}/test/_local/checkout/sessions/${session.id}/pay`,
    { method: "POST", headers: { "content-type": "application/json" }, body: "{}" },
  );
  expect(paid.status).toBe(200);
  expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  expect((await sdk(PLATFORM_KEY).paymentIntents.list()).data).toHaveLength(0);
});
