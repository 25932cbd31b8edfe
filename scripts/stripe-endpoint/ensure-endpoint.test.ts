import { afterEach, beforeEach, expect, it } from "vitest";
import {
  API_KEY,
  startHarness,
  type Harness,
} from "../../local/stripe/testing/local-stripe-harness.ts";
import { FORWARDED_EVENT_TYPES } from "../../worker/webhook/event-types.ts";
import { ensureEndpoint } from "./ensure-endpoint.ts";
import { PINNED_API_VERSION, stripeApi } from "./stripe-api.ts";

const WORKER = "http://127.0.0.1:9/webhook/stripe";

let local: Harness;
const ensure = async (dryRun = false) =>
  ensureEndpoint(stripe(), { url: WORKER, dryRun }, FORWARDED_EVENT_TYPES);
const stripe = () => stripeApi({ apiKey: API_KEY, api: new URL(local.url()) });
const endpointsAtWorker = async () =>
  (await stripe().webhookEndpoints.list({ limit: 100 })).data.filter(({ url }) => url === WORKER);

beforeEach(async () => {
  local = await startHarness();
});

afterEach(async () => {
  await local.stop();
});

it("creates the endpoint in the pinned version with the forwarded events, and tells its secret once", async () => {
  const report = await ensure();

  const [endpoint] = await endpointsAtWorker();
  expect(endpoint).toMatchObject({ api_version: PINNED_API_VERSION, status: "enabled" });
  expect(endpoint?.enabled_events.toSorted()).toEqual(FORWARDED_EVENT_TYPES.toSorted());
  expect(report.newSecret).toMatch(/^whsec_/);
});

it("leaves an endpoint alone that is as it should be", async () => {
  await ensure();

  const report = await ensure();

  expect(report).toMatchObject({ newSecret: null });
  expect(report.lines[0]).toContain("up to date");
  expect(await endpointsAtWorker()).toHaveLength(1);
});

it("brings the events of an endpoint up to date and enables it again", async () => {
  await ensure();
  const [endpoint] = await endpointsAtWorker();
  await stripe().webhookEndpoints.update(endpoint?.id ?? "", {
    enabled_events: ["invoice.paid", "account.updated"],
    disabled: true,
  });

  const report = await ensure();

  expect(report.lines).toContain("- account.updated");
  expect(report.lines).toContain("+ customer.created");
  expect((await endpointsAtWorker())[0]).toMatchObject({ status: "enabled" });
  expect((await endpointsAtWorker())[0]?.enabled_events).toHaveLength(FORWARDED_EVENT_TYPES.length);
});

it("makes a second endpoint beside one of another version, which Stripe cannot change", async () => {
  await stripe().webhookEndpoints.create({
    url: WORKER,
    enabled_events: ["invoice.paid"],
    api_version: "2020-08-27",
  });

  const report = await ensure();

  expect(await endpointsAtWorker()).toHaveLength(2);
  expect(report.lines.at(-1)).toContain("2020-08-27");
});

it("changes nothing on a dry run", async () => {
  const report = await ensure(true);

  expect(report.lines[0]).toContain("Would create");
  expect(await endpointsAtWorker()).toEqual([]);
});
