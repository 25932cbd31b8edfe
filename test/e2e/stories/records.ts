/** Salesforce records as the rep reads them. */
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { z } from "zod";
import type { Connection } from "jsforce";
import { pauses } from "../running-stack.ts";
import type { Stage } from "./stage.ts";

const DEADLINE_MS = 60_000;

/** Field → value. */
export type Fields = Readonly<Record<string, unknown>>;

const fields = z.record(z.string(), z.unknown());
const created = z.object({ id: z.string(), success: z.literal(true) });

/** @throws Error in Salesforce's words when the record is refused */
export async function create(
  connection: Connection,
  object: string,
  record: Record<string, unknown>,
): Promise<string> {
  return created.parse(await connection.sobject(object).create(record)).id;
}

export async function update(
  connection: Connection,
  object: string,
  record: Record<string, unknown> & { readonly Id: string },
): Promise<void> {
  await connection.sobject(object).update(record);
}

export async function rows(connection: Connection, soql: string): Promise<readonly Fields[]> {
  return z.array(fields).parse((await connection.query(soql)).records);
}

/** Every field of the record that the rep may read. */
export async function record(stage: Stage, object: string, id: string): Promise<Fields> {
  return fields.parse(await stage.rep.sobject(object).retrieve(id));
}

/** Waits until the record has these values. */
export async function becomes(
  stage: Stage,
  object: string,
  id: string,
  expected: Fields,
): Promise<void> {
  await untilTrue(async () => {
    expect(await record(stage, object, id)).toMatchObject(expected);
  });
}

/** Waits until a query finds these records, in its order. */
export async function isFound(
  stage: Stage,
  soql: string,
  expected: readonly Fields[],
): Promise<void> {
  await untilTrue(async () => {
    const found = await rows(stage.rep, soql);
    expect(found).toEqual(expected.map((each) => expect.objectContaining({ ...each }) as unknown));
  });
}

/** Waits until Stripe's object is like this. */
export async function stripeSays(ask: () => Promise<object>, expected: object): Promise<void> {
  await untilTrue(async () => {
    expect(await ask()).toMatchObject(expected);
  });
}

/**
 * Asks again until the expectation holds; a broken product is told by the difference that remained. Stories play side by side, and
 * vitest's own `expect.poll` belongs to one test at a time.
 */
export async function untilTrue(expectation: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  for (const pause of pauses()) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await wait(pause);
  }
}
