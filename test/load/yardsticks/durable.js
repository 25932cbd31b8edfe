/** The durable work of an admission and nothing else: one row in a Durable Object's SQLite, one message on a queue. */
/* global Response */
import { DurableObject } from "cloudflare:workers";

/** As many as wrangler.toml says. */
const SHARDS = 2;

export class Shard extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS event (id TEXT PRIMARY KEY, payload TEXT NOT NULL)",
    );
  }

  admit(id, payload) {
    this.ctx.storage.sql.exec("INSERT INTO event (id, payload) VALUES (?, ?)", id, payload);
    this.ctx.waitUntil(this.env.EVENTS.send({ id, payload }));
  }
}

export default {
  async fetch(request, env) {
    const id = request.headers.get("x-event-id");
    const shard = env.SHARD.getByName(String(Number.parseInt(id.slice(-4), 36) % SHARDS));
    await shard.admit(id, await request.text());
    return new Response("{}");
  },
  async queue(batch) {
    batch.ackAll();
  },
};
