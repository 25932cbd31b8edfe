import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlannedDelivery } from "./delivery-plan.ts";
import { planDeliveries } from "./delivery-plan.ts";

const once = (ids: readonly string[]): PlannedDelivery[] =>
  ids.map((eventId) => ({ eventId, endpointId: "we_1", delayMs: 0 }));

test("each event is delivered once, in order, when nothing else is wished", () => {
  const deliveries = once(["evt_a", "evt_b", "evt_c"]);

  expect(planDeliveries(deliveries, { copies: 1, laterMs: 5000, shuffleSeed: undefined })).toEqual(
    deliveries,
  );
});

test("a duplicated event is delivered that many times at once, and once again later", () => {
  const planned = planDeliveries(once(["evt_a"]), {
    copies: 5,
    laterMs: 5000,
    shuffleSeed: undefined,
  });

  expect(planned.map(({ delayMs }) => delayMs)).toEqual([0, 0, 0, 0, 0, 5000]);
});

test("a shuffle loses and invents nothing, and the same seed gives the same order", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { maxLength: 50 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer(),
      (ids, copies, shuffleSeed) => {
        const wishes = { copies, laterMs: 1 };
        const plain = planDeliveries(once(ids), { ...wishes, shuffleSeed: undefined });
        const shuffled = planDeliveries(once(ids), { ...wishes, shuffleSeed });

        expect(shuffled).toHaveLength(plain.length);
        expect(shuffled).toEqual(expect.arrayContaining([...plain]));
        expect(planDeliveries(once(ids), { ...wishes, shuffleSeed })).toEqual(shuffled);
      },
    ),
  );
});

test("a shuffle changes the order of a long run", () => {
  const ids = Array.from({ length: 100 }, (_, index) => `evt_${index}`);

  const shuffled = planDeliveries(once(ids), { copies: 1, laterMs: 0, shuffleSeed: 42 });

  expect(shuffled.map(({ eventId }) => eventId)).not.toEqual(ids);
});
