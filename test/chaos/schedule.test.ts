import { describe, expect, it } from "vitest";
import { randomOf } from "../traffic/random.ts";
import { DEPLOYED_AT, drawSchedule } from "./schedule.ts";
import { planTraffic } from "./traffic-plan.ts";

const LENGTHS = {
  orgUnavailable: 60,
  quotaExhausted: 20,
  dynamoDbGone: 20,
  rightTakenAway: 60,
  secretMalformed: 20,
};

describe("the faults of a run", () => {
  it("are the same for the same seed and others for another", () => {
    const [one, again, other] = [1, 1, 2].map((seed) => drawSchedule(randomOf(seed), LENGTHS));

    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it("strike while deliveries are still to come, in the order of their times", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const times = drawSchedule(randomOf(seed), LENGTHS).map(({ at }) => at);

      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.min(...times)).toBeGreaterThan(0);
      expect(Math.max(...times)).toBeLessThan(1);
    }
  });

  it("kill the Worker twice", () => {
    const kills = drawSchedule(randomOf(3), LENGTHS).filter(({ kind }) => kind === "worker killed");

    expect(kills).toHaveLength(2);
  });
});

describe("the deliveries of a run", () => {
  const plan = planTraffic(randomOf(7), 2_000, "t");
  const ids = plan.deliveries.map(({ id }) => id);

  it("are every event once and about one in twenty twice", () => {
    const known = new Set([...plan.good.map(({ id }) => id), ...plan.poison]);

    expect(known.size).toBe(2_000);
    expect(new Set(ids)).toEqual(known);
    expect(ids.length - known.size).toBeGreaterThan(50);
    expect(ids.length - known.size).toBeLessThan(150);
  });

  it("come in no order", () => {
    const inOrder = ids.filter((id, index) => id === plan.good[index]?.id);

    expect(inOrder.length).toBeLessThan(20);
  });

  it("of what Stripe created after the deployment all come after it, and some from before do too", () => {
    const createdOf = new Map(plan.good.map(({ id, created }) => [id, created]));
    const isNew = (id: string): boolean => (createdOf.get(id) ?? 0) >= plan.deploymentS;
    const deployed = Math.ceil(ids.length * DEPLOYED_AT);

    expect(ids.slice(0, deployed + 40).filter(isNew)).toEqual([]);
    const after = ids.slice(deployed + 40);
    expect(after.filter(isNew).length).toBeGreaterThan(500);
    expect(after.filter((id) => !isNew(id)).length).toBeGreaterThan(200);
  });

  it("begin with one that dies, for there to be a dead letter soon", () => {
    expect(plan.poison.has(ids[0] ?? "")).toBe(true);
  });

  it("have poison in every lane, and never in what counts as good", () => {
    expect(plan.poison.size).toBe(3);
    expect(plan.good.filter(({ id }) => plan.poison.has(id))).toEqual([]);
  });
});
