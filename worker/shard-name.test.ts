import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readShardPlan, shardNameOf, shardNames, shardOf, type ShardPlan } from "./shard-name.ts";

const CHANGE = "2026-12-01T00:00:00Z";
const CHANGE_S = Date.parse(CHANGE) / 1000;

function plan(text: string): ShardPlan {
  const read = readShardPlan(text);
  if (read === undefined) throw new Error(`${text} is no plan.`);
  return read;
}

describe("a shard plan", () => {
  it("is a number, or numbers with the time until which each holds", () => {
    expect(readShardPlan("8")).toEqual([{ shards: 8, untilS: null }]);
    expect(readShardPlan(`8 until ${CHANGE}, 32`)).toEqual([
      { shards: 8, untilS: CHANGE_S },
      { shards: 32, untilS: null },
    ]);
  });

  it.each([
    "",
    "many",
    "0",
    "257",
    "-8",
    "8.5",
    `8 until ${CHANGE}`,
    "8 until tomorrow, 32",
    "8, 32",
    `8 until ${CHANGE}, 16 until ${CHANGE}, 32`,
    `8 until ${CHANGE}, 16 until 2026-11-01T00:00:00Z, 32`,
    `8 until ${CHANGE},`,
    `8 until ${CHANGE} 32`,
  ])("is not %j", (text) => {
    expect(readShardPlan(text)).toBeUndefined();
  });

  it("leaves an event from before a change where it was, and spreads later ones over the new number", () => {
    const before = plan("8");
    const after = plan(`8 until ${CHANGE}, 32`);
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 2 * CHANGE_S }), (id, createdAt) => {
        const event = { id: `evt_${id}`, createdAt };
        const expected = createdAt < CHANGE_S ? shardOf(event, before) : shardNameOf(event.id, 32);

        expect(shardOf(event, after)).toBe(expected);
        expect(shardNames(after)).toContain(shardOf(event, after));
      }),
    );
  });

  it("can go down as well: shards that are no longer filled are still looked after", () => {
    const lowered = plan(`8 until ${CHANGE}, 2`);

    expect(shardNames(lowered)).toHaveLength(8);
    expect(shardNames(plan("2"))).toEqual(["admission-0", "admission-1"]);
  });
});
