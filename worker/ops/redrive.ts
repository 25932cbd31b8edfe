import { Hono, type Context } from "hono";
import * as z from "zod/mini";

import type { LetterStanding } from "../admit/letter-standing.ts";
import { deadLetter } from "../aws/dead-letters.ts";
import { configurationOf } from "../configuration.ts";
import { log, reasonOf } from "../log.ts";
import { shardOf } from "../shard-name.ts";
import { readBody } from "../webhook/body.ts";
import { bears } from "./access/bearer.ts";
import { operationsSecretOf } from "./access/operations-secret.ts";

const MOST_ASKED = 1_000;

const asked = z.object({
  letters: z
    .array(
      z.object({
        id: z.string().check(z.maxLength(300)),
        createdAt: z.int(),
        refusedMs: z.int(),
      }),
    )
    .check(z.maxLength(MOST_ASKED)),
});
type Asked = z.infer<typeof asked>["letters"];

/**
 * For `npm run dlq`; both want the redrive token. `POST /operations/dead-letters` takes a letter back into the ledger, from where its event goes the
 * way of every event, once. `POST /operations/dead-letters/standings` with `{"letters":[{"id","createdAt","refusedMs"}]}` answers `{"standings":[…]}`.
 */
export const operations = new Hono<{ Bindings: Env }>()
  .use(async (context, next) => {
    const tokens = await operationsSecretOf(context.env).read(Date.now());
    if (!tokens.ok) return context.json({ error: "The token cannot be checked now." }, 503);
    const { redrive_token: token } = tokens.value;
    if (token === undefined || !(await bears(context.req.raw, token))) {
      log("operations.refused", { path: context.req.path });
      context.header("www-authenticate", "Bearer");
      return context.json({ error: "The redrive token is needed." }, 401);
    }
    return next();
  })
  .post("/dead-letters", async (context) => {
    const letter = await bodyOf(context, deadLetter, "a dead letter of version 1");
    if (letter instanceof Response) return letter;
    const { event, reason } = letter;
    return fromShards(context, event.id, async () => ({
      result: await context.env.ADMISSION.getByName(
        shardOf(event, configurationOf(context.env).shards),
      ).takeBack(event, reason.at),
    }));
  })
  .post("/dead-letters/standings", async (context) => {
    const body = await bodyOf(context, asked, '{"letters":[{"id","createdAt","refusedMs"}]}');
    if (body instanceof Response) return body;
    return fromShards(context, "", async () => ({
      standings: await standingsOf(context.env, body.letters),
    }));
  });

async function bodyOf<T>(
  context: Context<{ Bindings: Env }>,
  schema: z.ZodMiniType<T>,
  what: string,
): Promise<T | Response> {
  const body = await readBody(context.req.raw);
  if (!body.ok) return context.json({ error: "The body is larger than a dead letter." }, 413);
  const read = schema.safeParse(jsonOf(body.value));
  if (read.success) return read.data;
  const paths = read.error.issues.map(({ path }) => path.join(".")).join(", ");
  return context.json({ error: `This is not ${what}: ${paths}` }, 400);
}

async function fromShards(
  context: Context<{ Bindings: Env }>,
  eventId: string,
  ask: () => Promise<object>,
): Promise<Response> {
  try {
    return context.json(await ask());
  } catch (error) {
    log("operations.shard_unavailable", { eventId, detail: reasonOf(error) });
    return context.json({ error: "The ledger cannot be reached now; try again later." }, 503);
  }
}

/** One call a shard, whatever the number of letters. */
async function standingsOf(env: Env, letters: Asked): Promise<LetterStanding[]> {
  const { shards } = configurationOf(env);
  const ofShard = Map.groupBy(letters, (letter) => shardOf(letter, shards));
  const found = new Map<Asked[number], LetterStanding>();
  await Promise.all(
    [...ofShard].map(async ([shard, group]) => {
      const standings = await env.ADMISSION.getByName(shard).letterStandings(group);
      group.forEach((letter, index) => found.set(letter, standings[index] ?? "unknown"));
    }),
  );
  return letters.map((letter) => found.get(letter) ?? "unknown");
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
