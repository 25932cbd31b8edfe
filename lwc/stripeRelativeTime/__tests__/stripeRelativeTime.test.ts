import { createElement } from "lwc";
import StripeRelativeTime from "c/stripeRelativeTime";
import { relativeText } from "../relative";

jest.mock("@salesforce/i18n/lang", () => ({ __esModule: true, default: "en-US" }), {
  virtual: true,
});

const NOW = Date.parse("2026-11-01T10:00:00.000Z");
const HOUR_MS = 3_600_000;

function shown(value: number | null): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-relative-time", { is: StripeRelativeTime as never });
  Object.assign(element, { value });
  document.body.append(element);
  return element as never;
}

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

test.each([
  [30_000, "in 30 seconds"],
  [60_000, "in 1 minute"],
  [-59 * 60_000, "59 minutes ago"],
  [HOUR_MS, "in 1 hour"],
  [-26 * HOUR_MS, "1 day ago"],
  [8 * 24 * HOUR_MS, "in 8 days"],
])("%d ms from now is %s", (distance, words) => {
  expect(relativeText(NOW + distance, NOW)).toBe(words);
});

test("goes with the time, until it is taken off the page", async () => {
  jest.useFakeTimers({ now: NOW });
  const element = shown(NOW + 2 * HOUR_MS);
  expect(element.shadowRoot.textContent).toBe("in 2 hours");
  await jest.advanceTimersByTimeAsync(HOUR_MS + 60_000);
  expect(element.shadowRoot.textContent).toBe("in 59 minutes");
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("says nothing of no moment, and nothing is in the way of who listens to it", async () => {
  const element = shown(null);
  expect(element.shadowRoot.textContent).toBe("");
  await expect(element).toBeAccessible();
});
