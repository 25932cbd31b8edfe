import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";

import { stripeEvent, versionsOf } from "../../test/fixtures/stripe-events.ts";
import { shardNameAt } from "../shard-name.ts";
import { replaceOutsideWorld, SIGNING_SECRET } from "../testing/outside-world.ts";
import { FORWARDED_EVENT_TYPES } from "./event-types.ts";
import { hmacKeysOf, type Bytes } from "./signature.ts";

/**
 * Whatever comes, the route answers 200, 400, 401 or 413 in JSON, and what it does not answer 200 is not stored. An event that
 * was changed and still makes sense may be accepted: Stripe signed it, as far as anyone can tell.
 */
const SHARDS = 4;
const SECRETS = [SIGNING_SECRET];
const ANSWERS: readonly number[] = [200, 400, 401, 413];

beforeAll(() => {
  replaceOutsideWorld();
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation(() => undefined);
  }
});

interface Delivery {
  readonly body: Bytes;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly signed: boolean;
}

async function signatureOf(body: Bytes): Promise<string> {
  const [key] = await hmacKeysOf(SECRETS);
  if (key === undefined) throw new Error("One secret makes one key.");
  const timestamp = Math.floor(Date.now() / 1000);
  const stamp = new TextEncoder().encode(`${timestamp}.`);
  const signed = new Uint8Array(stamp.length + body.length);
  signed.set(stamp);
  signed.set(body, stamp.length);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, signed));
  const hex = Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `t=${timestamp},v1=${hex}`;
}

async function deliver({ body, headers, signed }: Delivery): Promise<Response> {
  const all = new Headers();
  if (signed) all.append("stripe-signature", await signatureOf(body));
  for (const [name, value] of headers) all.append(name, value);
  return exports.default.fetch(
    new Request("https://relay.test/webhook/stripe", { method: "POST", headers: all, body }),
  );
}

/** Of one property's run. */
const IN_A_ROW = 20;

/** Makes so many generated deliveries, and holds the answers against what is stored at the end. */
async function flood(deliveries: fc.Arbitrary<Delivery>, count: number): Promise<Set<number>> {
  const stored = await storedIds();
  const accepted = new Set<unknown>();
  const answers = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(deliveries, { minLength: IN_A_ROW, maxLength: IN_A_ROW }),
      async (batch) => {
        for (const delivery of batch) {
          const status = await statusOf(delivery);
          answers.add(status);
          if (status === 200) accepted.add(idIn(delivery.body));
        }
      },
    ),
    { numRuns: count / IN_A_ROW },
  );
  const unexplained = (await storedIds()).filter((id) => !stored.includes(id) && !accepted.has(id));
  expect(unexplained).toEqual([]);
  return answers;
}

async function statusOf(delivery: Delivery): Promise<number> {
  const response = await deliver(delivery);

  expect(ANSWERS).toContain(response.status);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual(
    response.status === 200 ? { received: true } : { error: expect.any(String) as string },
  );
  return response.status;
}

async function storedIds(): Promise<unknown[]> {
  const ids: unknown[] = [];
  for (let index = 0; index < SHARDS; index += 1) {
    const shard = env.ADMISSION.getByName(shardNameAt(index));
    ids.push(
      ...(await runInDurableObject(shard, (_instance, state) =>
        state.storage.sql
          .exec("SELECT id FROM event")
          .toArray()
          .map((row) => row["id"]),
      )),
    );
  }
  return ids;
}

/** An accepted body is an event, so it has an id. */
function idIn(body: Bytes): unknown {
  const event: unknown = JSON.parse(new TextDecoder().decode(body));
  return typeof event === "object" && event !== null && "id" in event ? event.id : undefined;
}

function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

const deep = fc
  .tuple(fc.constantFrom("[", '{"a":'), fc.integer({ min: 1, max: 5_000 }))
  .map(([opening, depth]) =>
    [opening.repeat(depth), "1", (opening === "[" ? "]" : "}").repeat(depth)].join(""),
  );

/** JSON text that is out of the ordinary: what `JSON.stringify` would never write, too. */
const oddJson = fc.oneof(
  { weight: 4, arbitrary: fc.json() },
  { weight: 1, arbitrary: deep },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...["1e400", "-1e400", "-0", "9007199254740993", "1e-400", "0.1", `1${"0".repeat(400)}`],
      ...['"\\ud800"', '"\\udfff\\u0000"', '"\\u0000"', '"__proto__"', '{"__proto__":{"id":"x"}}'],
      ...['{"length":1e9}', "[]", "{}", "null", "true", '""', `"${"x".repeat(20_000)}"`],
      ...['{"id":{"id":"x"}}', '{"data":[null]}', '{"data":{"0":1}}', '[["a"],[{"id":1}]]'],
    ),
  },
);

const SLOT = "\u{e000}";

/** A recorded event with up to three of its values replaced by odd JSON, or removed. */
const changedEvent = fc
  .record({
    type: fc.constantFrom(...FORWARDED_EVENT_TYPES, "quote.accepted"),
    version: fc.nat(),
    id: fc.uuid().map((id) => `evt_fuzz${id.replaceAll("-", "")}`),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(oddJson)), { maxLength: 3 }),
  })
  .map(({ type, version, id, changes }) => {
    const recordedType = type === "quote.accepted" ? "charge.succeeded" : type;
    const versions = versionsOf(recordedType);
    const apiVersion = versions[version % versions.length] ?? "2026-10-28.endive";
    const event = { ...stripeEvent(recordedType, { apiVersion, id }), type };
    const holders = holdersIn(event);
    const written: string[] = [];
    for (const [place, entry, json] of changes) {
      const holder = holders[place % holders.length] ?? event;
      const key = Object.keys(holder)[entry % Math.max(1, Object.keys(holder).length)] ?? "id";
      if (json === null) Reflect.deleteProperty(holder, key);
      else Reflect.set(holder, key, `${SLOT}${written.push(json) - 1}`);
    }
    return JSON.stringify(event).replaceAll(
      new RegExp(`"${SLOT}(\\d+)"`, "g"),
      (_slot, index: string) => written[Number(index)] ?? "null",
    );
  });

/** The objects and arrays of a JSON value, itself among them. */
function holdersIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersIn)];
}

/** Bytes put over others somewhere in the text. */
const scratched = fc
  .tuple(changedEvent, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 }))
  .map(([text, position, scratch]) => {
    const body = bytesOf(text);
    body.set(scratch, position % Math.max(1, body.length - scratch.length));
    return body;
  });

const headerValue = fc.string({ unit: "grapheme-ascii", maxLength: 60 }).map((text) => text.trim());
const headers = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constant("content-type"),
      fc.constantFrom("text/xml", "multipart/form-data", "application/json; charset=utf-16", ""),
    ),
    fc.tuple(
      fc.constant("content-length"),
      fc.constantFrom("0", "-1", "NaN", "1e3", "99999999999"),
    ),
    fc.tuple(fc.constant("content-encoding"), fc.constantFrom("gzip", "br", "nonsense")),
    fc.tuple(fc.constant("x-correlation-id"), headerValue),
    fc.tuple(
      fc.constant("stripe-signature"),
      fc.oneof(headerValue, fc.constantFrom("t=1,v1=00", `t=1795000000,v1=${"0".repeat(64)}`)),
    ),
  ),
  { maxLength: 4 },
);
const noHeaders = fc.constant([]);
const yes = fc.constant(true);

describe("the route under fuzz", { timeout: 120_000 }, () => {
  it("refuses signed garbage and stores none of it", async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
      fc.string({ unit: "binary", maxLength: 200 }).map(bytesOf),
      oddJson.map(bytesOf),
    );

    const answers = await flood(
      fc.record({ body: garbage, headers: noHeaders, signed: yes }),
      6_500,
    );

    expect([...answers]).toEqual([400]);
  });

  it("reads or refuses a changed event, and stores only what it answers 200", async () => {
    const body = fc.oneof(
      { weight: 3, arbitrary: changedEvent.map(bytesOf) },
      { weight: 1, arbitrary: scratched },
    );

    const answers = await flood(fc.record({ body, headers: noHeaders, signed: yes }), 1_500);

    expect([...answers].sort()).toEqual([200, 400]);
  });

  it("lets no header get an unsigned event in, nor break on a signed one", async () => {
    const deliveries = fc.record({
      body: changedEvent.map(bytesOf),
      headers,
      signed: fc.boolean(),
    });

    const answers = await flood(deliveries, 1_500);

    expect([...answers].sort()).toEqual([200, 400, 401, 413]);
  });

  it("stores nothing unsigned", async () => {
    const before = await storedIds();

    const answers = await flood(
      fc.record({ body: changedEvent.map(bytesOf), headers, signed: fc.constant(false) }),
      500,
    );

    expect(answers).not.toContain(200);
    expect(await storedIds()).toEqual(before);
  });
});
