import { expect, test } from "vitest";
import { Trace } from "./trace.ts";

const line = (eventId: string, event: string, second: number, more: object = {}): string =>
  JSON.stringify({
    event,
    eventId,
    time: `2026-11-29T10:00:0${second}.000Z`,
    level: "info",
    ...more,
  });

test("an event's steps are told with the time since its first", () => {
  const trace = new Trace();
  trace.take(line("evt_1", "admit.accepted", 0, { type: "invoice.paid" }));
  trace.take("not JSON");
  trace.take('{"event":"relay.batch","time":"2026-11-29T10:00:00.000Z"}');
  trace.take(line("evt_1", "relay.published", 2));

  expect(trace.events()).toEqual([
    {
      eventId: "evt_1",
      type: "invoice.paid",
      steps: [
        expect.objectContaining({ name: "admit.accepted", milliseconds: 0 }),
        expect.objectContaining({ name: "relay.published", milliseconds: 2000 }),
      ],
    },
  ]);
});

test("the events that moved last are remembered, the newest first", () => {
  const trace = new Trace();
  for (let i = 0; i < 9; i++) trace.take(line(`evt_${i}`, "admit.accepted", i));
  trace.take(line("evt_5", "relay.published", 9));

  expect(trace.events().map(({ eventId }) => eventId)).toEqual([
    "evt_5",
    "evt_8",
    "evt_7",
    "evt_6",
    "evt_4",
  ]);
});

test("an event that moves again after many others still tells how it began", () => {
  const trace = new Trace();
  trace.take(line("evt_first", "webhook.accepted", 0, { type: "invoice.paid" }));
  for (let i = 0; i < 100; i++) trace.take(line(`evt_${i}`, "webhook.accepted", 1));
  trace.take(line("evt_first", "relay.published", 2));

  const [newest, ...others] = trace.events();

  expect(others).toHaveLength(4);
  expect(newest).toMatchObject({
    type: "invoice.paid",
    steps: [{ milliseconds: 0 }, { milliseconds: 2000 }],
  });
});
