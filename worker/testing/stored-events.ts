import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";

import { shardNameAt, shardNameOf } from "../shard-name.ts";

/** `ADMISSION_SHARDS` of the tests' configuration. */
const SHARDS = 4;

/** How many events all shards hold. */
export async function storedEvents(): Promise<number> {
  let events = 0;
  for (let index = 0; index < SHARDS; index += 1) {
    const shard = env.ADMISSION.getByName(shardNameAt(index));
    events += await runInDurableObject(shard, (_instance, state) =>
      Number(state.storage.sql.exec("SELECT COUNT(*) AS n FROM event").one()["n"]),
    );
  }
  return events;
}

/** The row of an event in its shard, undefined when it is not stored. */
export async function storedEvent(
  id: string,
): Promise<Record<string, SqlStorageValue> | undefined> {
  const shard = env.ADMISSION.getByName(shardNameOf(id, SHARDS));
  return runInDurableObject(
    shard,
    (_instance, state) =>
      state.storage.sql
        .exec("SELECT event.*, json FROM event LEFT JOIN payload USING (seq) WHERE id = ?", id)
        .toArray()[0],
  );
}

/** What the row carries to Salesforce. @throws Error when the event is not stored */
export async function storedPayload(id: string): Promise<Record<string, unknown>> {
  const payload = (await storedEvent(id))?.["json"];
  if (typeof payload !== "string") throw new Error(`${id} is not stored.`);
  // Every payload is written by payloadOf in webhook/payload.ts, as an object.
  return JSON.parse(payload) as Record<string, unknown>;
}
