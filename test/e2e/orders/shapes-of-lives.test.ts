/** Every event of the lives, as an endpoint of each version gets it, has the shape Stripe's own types give that version. */
import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { startLocalStripe } from "../../../local/stripe/local-stripe.ts";
import { complaintsAbout, previousComplaints } from "../../../local/stripe/shapes/complaints.ts";
import { KNOWN_VERSIONS } from "../../../local/stripe/shapes/known-versions.ts";
import { removeFolder, temporaryFolder } from "../running-stack.ts";
import { LIVES } from "./lives/lives.ts";
import { SmallLife } from "./lives/small-life.ts";

const NOWHERE = "http://127.0.0.1:1/";
const [FIRST, ...OTHERS] = KNOWN_VERSIONS;

const stored = z.array(z.object({ body: z.string() }));
const sent = z.object({
  type: z.string(),
  api_version: z.string(),
  data: z.object({
    object: z.looseObject({ object: z.string() }),
    previous_attributes: z.looseObject({}).optional(),
  }),
});

let events: readonly z.infer<typeof sent>[];

beforeAll(async () => {
  const folder = await temporaryFolder();
  const running = await startLocalStripe({
    host: "127.0.0.1",
    port: 0,
    dataFolder: folder,
    webhookEndpoint: { url: NOWHERE, secret: "whsec_none", apiVersion: FIRST },
    log: () => undefined,
  });
  try {
    await fetch(`${running.url}/_local/deliveries/pause`, { method: "POST" });
    const stripe = stripeClient(running.url, "sk_test_local_lives");
    for (const api_version of OTHERS)
      await stripe.webhookEndpoints.create({
        url: `${NOWHERE}${api_version}`,
        enabled_events: ["*"],
        api_version,
      });
    for (const { live } of LIVES) await live(await SmallLife.begin(stripe, running.url));
  } finally {
    await running.stop();
  }
  const database = new DatabaseSync(path.join(folder, "stripe.sqlite"), { readOnly: true });
  events = stored
    .parse(database.prepare("SELECT body FROM event_bodies").all())
    .map(({ body }) => sent.parse(JSON.parse(body)));
  database.close();
  await removeFolder(folder);
});

test.each(KNOWN_VERSIONS)("of %s", (version) => {
  const ofVersion = events.filter(({ api_version: said }) => said === version);

  const complaints = ofVersion.flatMap(({ type, data }) =>
    [
      ...complaintsAbout(data.object, version),
      ...previousComplaints(data.object.object, data.previous_attributes ?? {}, version),
    ].map((complaint) => `${type}: ${complaint}`),
  );

  expect(ofVersion.length).toBeGreaterThan(500);
  expect([...new Set(complaints)]).toEqual([]);
});
