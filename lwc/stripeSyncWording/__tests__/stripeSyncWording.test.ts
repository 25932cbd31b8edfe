import { progressOf, standingOf, subjectOf } from "c/stripeSyncWording";

const NOW = Date.parse("2026-11-30T12:00:00Z");

test.each([
  ["Queued", true, false, true],
  ["Running", true, false, true],
  ["Paused", false, true, true],
  ["Stopped", false, false, false],
  ["Done", false, false, false],
  ["Done with differences", false, false, false],
])("of a run that is %s a person can do what its row allows", (status, isOpen, resume, stop) => {
  const standing = standingOf({ status });
  expect(standing.label).toMatch(/^c\.Stripe_Run_/);
  expect([standing.isOpen, standing.canResume, standing.canStop]).toEqual([isOpen, resume, stop]);
});

test("a status of a later version is shown as it is", () => {
  expect(standingOf({ status: "Waiting" })).toMatchObject({ label: "Waiting", isOpen: false });
  expect(standingOf({}).label).toBe("");
});

test("says what a run goes over, and whether it writes", () => {
  expect(subjectOf({ kind: "Range", types: "", isDry: true })).toBe(
    "c.Stripe_Run_Kind_Range, c.Stripe_Run_Everything, c.Stripe_Run_Dry",
  );
  expect(
    subjectOf({
      kind: "Range",
      types: "Invoices",
      since: "2026-03-01T00:00:00Z",
      before: "2026-04-01T00:00:00Z",
      isDry: false,
    }),
  ).toBe(
    "c.Stripe_Run_Kind_Range, Invoices, c.Stripe_Run_From, c.Stripe_Run_Until, c.Stripe_Run_Wet",
  );
  expect(subjectOf({ kind: "Chosen", isDry: false })).toBe(
    "c.Stripe_Run_Kind_Chosen, c.Stripe_Run_Wet",
  );
  expect(subjectOf({ kind: "Payouts", types: null, isDry: false })).toBe(
    "c.Stripe_Run_Kind_Payouts, c.Stripe_Run_Wet",
  );
  expect(subjectOf({ kind: "Later", types: null, isDry: true })).toBe(
    "Later, c.Stripe_Run_Everything, c.Stripe_Run_Dry",
  );
});

test.each([
  ["before it can be told", 1, "11:50:00", "c.Stripe_Run_Left_Unknown"],
  ["in a minute", 99, "11:50:00", "c.Stripe_Run_Left"],
  ["in minutes", 50, "11:30:00", "c.Stripe_Run_Left"],
  ["in hours", 10, "11:00:00", "c.Stripe_Run_Left"],
])("estimates when it is over: %s", (_, progress, startedAt, label) => {
  const run = { status: "Running", progress, current: "Invoices" };
  const { percent, text } = progressOf({ ...run, startedAt: `2026-11-30T${startedAt}Z` }, NOW);
  expect(percent).toBe(progress);
  expect(text).toBe(`c.Stripe_Run_Listing. ${label}`);
});

test("a run that has not begun has no estimate", () => {
  expect(progressOf({ status: "Queued" }, NOW)).toEqual({
    percent: 0,
    text: "c.Stripe_Run_Listing. c.Stripe_Run_Left_Unknown",
  });
});

test("a run of which nothing is known is said to write, and no more", () => {
  expect(subjectOf({})).toBe("c.Stripe_Run_Wet");
  expect(progressOf({}, NOW).percent).toBe(0);
});
