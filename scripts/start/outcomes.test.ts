import { expect, test } from "vitest";
import { told } from "./outcomes.ts";

const admitted = {
  eventId: "evt_1",
  type: "invoice.paid",
  steps: [
    { name: "admit.accepted", at: "2026-11-29T10:00:00.000Z", milliseconds: 0, reason: null },
  ],
};

test("an event's way ends with what Salesforce made of it, and the time since it came", () => {
  const outcome = {
    recordId: "a0E1",
    status: "Processed",
    at: "2026-11-29T10:00:01.250+0000",
    error: null,
  };

  const event = told(admitted, outcome);

  expect(event.recordId).toBe("a0E1");
  expect(event.steps.at(-1)).toEqual({
    name: "Salesforce: Processed",
    at: outcome.at,
    milliseconds: 1250,
    reason: null,
  });
});

test("an event that waits in Salesforce has no moment yet, and one it does not know no step", () => {
  const waiting = { recordId: "a0E2", status: "Waiting", at: "", error: "no customer yet" };

  expect(told(admitted, waiting).steps.at(-1)).toMatchObject({ milliseconds: null });
  expect(told(admitted, undefined)).toEqual({ ...admitted, recordId: null });
});
