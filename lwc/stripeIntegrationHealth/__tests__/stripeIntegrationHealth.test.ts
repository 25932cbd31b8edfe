import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import state from "@salesforce/apex/StripeIntegrationController.state";
import StripeIntegrationHealth from "c/stripeIntegrationHealth";
import { barsOf } from "../bars";
import { sentenceOfReason } from "../reason";

jest.mock(
  "lightning/refresh",
  () => ({
    registerRefreshHandler: jest.fn(() => "registered"),
    unregisterRefreshHandler: jest.fn(),
  }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeIntegrationController.state",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeIntegrationController.events",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeIntegrationController.event",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeIntegrationController.replay",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeIntegrationController.replayFailed",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeIntegrationController.readAgain",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});

const states = state as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
};
const { registerRefreshHandler, unregisterRefreshHandler } = jest.requireMock(
  "lightning/refresh",
) as { registerRefreshHandler: jest.Mock; unregisterRefreshHandler: jest.Mock };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const WELL = { light: "green", reasons: [], hours: [], categories: [], failed: 0, waiting: 0 };

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-integration-health", {
    is: StripeIntegrationHealth as never,
  });
  document.body.append(element);
  return element as never;
}

afterEach(() => {
  document.body.replaceChildren();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test("says that it loads", async () => {
  const element = shown();
  await settled();
  expect(element.shadowRoot.querySelector("lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
});

test("while all is well the light is green, and what is not known is said to be so", async () => {
  const element = shown();
  states.emit(WELL);
  await settled();
  const root = element.shadowRoot;
  expect(root.querySelector(".light")!.className).toContain("green");
  expect(root.querySelector(".figures")!.textContent).toContain("c.Stripe_Health_Unknown");
  expect(root.textContent).toContain("c.Stripe_Health_No_Events");
  expect(root.querySelector("svg")).toBeNull();
  await expect(element).toBeAccessible();
});

test("a red light says why, and shows the day", async () => {
  const element = shown();
  states.emit({
    ...WELL,
    light: "red",
    reasons: [
      { kind: "SILENT", since: "2026-11-01T10:00:00.000Z" },
      { kind: "DEAD_LETTERS", value: 3 },
    ],
    reportedAt: "2026-11-01T10:00:00.000Z",
    lagSeconds: 0.4,
    openEvents: 5,
    deadLetters: 3,
    budgetUsed: 12.5,
    apiUsed: 10,
    apiMaximum: 100000,
    breaker: "open",
    hours: [{ beginsAt: new Date().toISOString(), applied: 3, failed: 1, waiting: 1 }],
    categories: [{ text: "No such handler.", count: 2 }],
    mayReplay: true,
  });
  await settled();
  const root = element.shadowRoot;
  expect(root.querySelector(".light")!.className).toContain("red");
  expect(root.querySelectorAll(".light li")).toHaveLength(2);
  expect(root.querySelectorAll("tbody tr")).toHaveLength(24);
  expect(root.textContent).toContain("No such handler.");
  await expect(element).toBeAccessible();
  root.querySelector("c-stripe-event-list")!.dispatchEvent(new CustomEvent("change"));
});

test.each([
  ["one event", { lagSeconds: 5, mostLagSeconds: 5, fewEvents: 1 }, "c.Stripe_Health_Seconds"],
  ["few", { lagSeconds: 0, mostLagSeconds: 5, fewEvents: 7 }, "c.Stripe_Health_Lag_Few"],
  ["few that took the same", { lagSeconds: 1, fewEvents: 2 }, "c.Stripe_Health_Seconds"],
  ["many", { lagSeconds: 0, mostLagSeconds: 1 }, "c.Stripe_Health_Lag_Most"],
  ["many that took no second", { lagSeconds: 0, mostLagSeconds: 0 }, "c.Stripe_Health_Seconds"],
])("of %s says how long they took, and what that is of", async (_, lag, label) => {
  const element = shown();
  states.emit({ ...WELL, ...lag });
  await settled();
  const figures = [...element.shadowRoot.querySelectorAll(".figures > div")];
  const figure = figures.find(
    ({ firstChild }) => firstChild!.textContent === "c.Stripe_Health_Lag",
  );
  expect(figure!.querySelector("dd")!.textContent).toBe(label);
});

test("who looks again sees the newest events too; the minute alone does not move the list", async () => {
  const element = shown();
  states.emit(WELL);
  await settled();
  const list = element.shadowRoot.querySelector("c-stripe-event-list")!;
  const refreshed = refreshApex as unknown as jest.Mock;
  refreshed.mockClear();
  element.shadowRoot.querySelector<HTMLElement>("lightning-button-icon")!.click();
  // Of the figures, and of the list.
  expect(refreshed).toHaveBeenCalledTimes(2);
  list.dispatchEvent(new CustomEvent("change"));
  expect(refreshed).toHaveBeenCalledTimes(3);
});

test("says who may not see it, and asks again", async () => {
  const element = shown();
  states.error({ message: "You may not see the event log." }, 500);
  await settled();
  expect(element.shadowRoot.querySelector("[role=alert] p")!.textContent).toBe(
    "You may not see the event log.",
  );
  await expect(element).toBeAccessible();
  const refreshed = refreshApex as unknown as jest.Mock;
  refreshed.mockClear();
  element.shadowRoot.querySelector<HTMLElement>(".again")!.click();
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test("each hour of a day has its place, and the fullest fills the height", () => {
  const now = Date.parse("2026-11-01T10:30:00.000Z");
  const bars = barsOf(
    [
      { beginsAt: "2026-11-01T10:00:00.000Z", applied: 3, failed: 1, waiting: 0 },
      { beginsAt: "2026-10-31T11:00:00.000Z", applied: 2, failed: 0, waiting: 0 },
    ],
    now,
  );
  expect(bars).toHaveLength(24);
  expect(bars[0]!.parts).toEqual([expect.objectContaining({ y: 40, height: 40 })]);
  expect(bars[23]!.parts.map(({ key, y, height }) => [key, y, height])).toEqual([
    ["applied", 20, 60],
    ["failed", 0, 20],
  ]);
  expect(barsOf([], now).every(({ parts }) => parts.length === 0)).toBe(true);
});

test("a reason nobody has words for is said as it is", () => {
  expect(sentenceOfReason({ kind: "NEW_KIND" })).toBe("NEW_KIND");
  expect(sentenceOfReason({ kind: "SLOW", value: 61 })).toBe("c.Stripe_Health_Slow");
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  states.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(2);
  states.error({ message: "You may not see the event log." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(1);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  states.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(1);
});

test("looks each minute, but not while nobody looks, nor for whoever may not", async () => {
  jest.useFakeTimers();
  const refreshed = refreshApex as unknown as jest.Mock;
  refreshed.mockClear();
  let isHidden = false;
  jest.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
  shown();
  states.emit(WELL);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(refreshed).toHaveBeenCalledTimes(1);
  isHidden = true;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(refreshed).toHaveBeenCalledTimes(1);
  isHidden = false;
  states.error({ message: "You may not see the event log." }, 500);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test("says nothing of what is not known", async () => {
  const element = shown();
  states.emit({});
  await settled();
  const root = element.shadowRoot;
  expect(root.querySelector(".light")!.className).toContain("green");
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(root.querySelectorAll(".light li")).toHaveLength(0);
  await expect(element).toBeAccessible();
  states.emit({
    reasons: [{}],
    hours: [{}],
    categories: [{ text: "No such handler." }],
    apiMaximum: 100_000,
    breaker: "later_word",
  });
  await settled();
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(root.querySelector(".figures")!.textContent).toContain("c.Stripe_Health_Unknown");
  await expect(element).toBeAccessible();
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  states.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("looks again when something else on the page says that it changed, as long as it is there", async () => {
  registerRefreshHandler.mockClear();
  const refreshed = refreshApex as unknown as jest.Mock;
  const element = shown();
  states.emit(WELL);
  refreshed.mockClear();
  const [[, look]] = registerRefreshHandler.mock.calls as [[object, () => Promise<boolean>]];
  await expect(look()).resolves.toBe(true);
  expect(refreshed).toHaveBeenCalledTimes(1);
  element.remove();
  expect(unregisterRefreshHandler).toHaveBeenCalledWith("registered");
});
