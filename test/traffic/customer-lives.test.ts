import { describe, expect, it } from "vitest";
import { readEvent } from "../../worker/webhook/admission.ts";
import { FORWARDED_EVENT_TYPES } from "../../worker/webhook/event-types.ts";
import { customerLives, eventsALife } from "./customer-lives.ts";

describe("lives of customers", () => {
  const twoLives = customerLives(2 * eventsALife(), "t");

  it("have an event of every type that is forwarded", () => {
    expect(new Set(twoLives.map(({ type }) => type))).toEqual(new Set(FORWARDED_EVENT_TYPES));
  });

  it("are admitted at the edge, each event under an id of its own", () => {
    const read = twoLives.map((event) => readEvent(event, { atMs: 0, correlationId: "c" }));

    expect(read.filter((each) => !each.ok || each.value.kind !== "wanted")).toEqual([]);
    expect(new Set(twoLives.map(({ id }) => id)).size).toBe(twoLives.length);
  });

  it("have no Stripe object in common", () => {
    const ids = (from: number): Set<string> =>
      new Set(twoLives.slice(from, from + eventsALife()).map(({ data }) => data.object.id));

    expect([...ids(0)].filter((id) => ids(eventsALife()).has(id))).toEqual([]);
  });

  it("never have two events in one second", () => {
    const life = twoLives.slice(0, eventsALife()).map(({ created }) => created);

    expect(new Set(life).size).toBe(life.length);
    expect(life).toEqual(life.toSorted((a, b) => a - b));
  });

  it("can be of chosen types only", () => {
    const types = customerLives(50, "t", (type) => type.startsWith("refund.")).map(
      ({ type }) => type,
    );

    expect(new Set(types)).toEqual(new Set(["refund.created", "refund.updated", "refund.failed"]));
  });
});
