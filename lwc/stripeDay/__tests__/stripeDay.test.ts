import { dayOf } from "../stripeDay";

const field = (valid?: boolean): EventTarget =>
  Object.assign(new EventTarget(), valid === undefined ? {} : { validity: { valid } });

it("is the day that is entered, or none", () => {
  expect(dayOf({ detail: { value: "2026-11-30" }, target: field(true) })).toBe("2026-11-30");
  expect(dayOf({ detail: { value: "" }, target: field(true) })).toBeNull();
  expect(dayOf({ detail: { value: null }, target: field() })).toBeNull();
  expect(dayOf({ detail: {}, target: null })).toBeNull();
});

it("is unknown where what was typed is no date: none would be everything", () => {
  expect(dayOf({ detail: { value: null }, target: field(false) })).toBeUndefined();
});
