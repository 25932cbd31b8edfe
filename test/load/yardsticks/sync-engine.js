/**
 * stripe/sync-engine as its own server runs it: each webhook is verified and written into Postgres, then answered. Of what it does not know
 * (coupons, discounts, a few of invoices) it only checks the signature; that counts for it.
 */
/* global process, Buffer */
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [module, databaseUrl, stripeWebhookSecret] = process.argv.slice(2);
const { runMigrations, StripeSync } = await import(pathToFileURL(module).href);

// It says only to a logger when it fails.
const failed = [];
const logger = { info() {}, error: (error) => failed.push(String(error)) };
await runMigrations({ schema: "stripe", databaseUrl, logger });
if (failed.length > 0) throw new Error(failed.join("\n"));
const sync = new StripeSync({
  stripeSecretKey: "sk_test_none",
  stripeWebhookSecret,
  stripeApiVersion: "2026-10-28.endive",
  autoExpandLists: false,
  backfillRelatedEntities: false,
  poolConfig: { connectionString: databaseUrl },
});

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    await sync.processWebhook(Buffer.concat(chunks), request.headers["stripe-signature"]);
    response.end('{"received":true}');
  } catch (error) {
    const isUnknown = error instanceof Error && error.message === "Unhandled webhook event";
    response.statusCode = isUnknown ? 200 : 500;
    response.end(isUnknown ? '{"received":true}' : String(error));
  }
});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
