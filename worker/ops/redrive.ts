import { Hono } from "hono";

import { shardNameOf } from "../shard-name.ts";
import { deadLetter } from "../aws/dead-letters.ts";
import { configurationOf } from "../configuration.ts";
import { readBody } from "../webhook/body.ts";
import { bears } from "./access/bearer.ts";
import { operationsSecretOf } from "./access/operations-secret.ts";
import { log, reasonOf } from "../log.ts";

/** `POST /operations/dead-letters`: takes a dead letter back into the ledger, from where it goes the way of every event, once. */
export const operations = new Hono<{ Bindings: Env }>().post("/dead-letters", async (context) => {
  const tokens = await operationsSecretOf(context.env).read(Date.now());
  if (!tokens.ok) return context.json({ error: "The token cannot be checked now." }, 503);
  const { redrive_token: token } = tokens.value;
  if (token === undefined || !(await bears(context.req.raw, token))) {
    log("operations.refused", { path: context.req.path });
    context.header("www-authenticate", "Bearer");
    return context.json({ error: "The redrive token is needed." }, 401);
  }
  const body = await readBody(context.req.raw);
  if (!body.ok) return context.json({ error: "The body is larger than a dead letter." }, 413);
  const letter = deadLetter.safeParse(jsonOf(body.value));
  if (!letter.success) {
    const paths = letter.error.issues.map(({ path }) => path.join(".")).join(", ");
    return context.json({ error: `This is not a dead letter of version 1: ${paths}` }, 400);
  }
  const { event } = letter.data;
  try {
    const shard = shardNameOf(event.id, configurationOf(context.env).admissionShards);
    const result = await context.env.ADMISSION.getByName(shard).revive(event);
    return context.json({ result });
  } catch (error) {
    log("operations.shard_unavailable", { eventId: event.id, detail: reasonOf(error) });
    return context.json({ error: "The ledger cannot be reached now; try again later." }, 503);
  }
});

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
