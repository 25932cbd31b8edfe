import { createElement } from "lwc";
import event from "@salesforce/apex/StripeIntegrationController.event";
import readAgain from "@salesforce/apex/StripeIntegrationController.readAgain";
import replay from "@salesforce/apex/StripeIntegrationController.replay";
import StripeEventReplay from "c/stripeEventReplay";

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
  "@salesforce/apex/StripeIntegrationController.readAgain",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/customPermission/Stripe_Replay_Events",
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);
jest.mock(
  "lightning/refresh",
  () => ({
    RefreshEvent: class extends CustomEvent<undefined> {
      constructor() {
        super("refreshview", { bubbles: true, composed: true });
      }
    },
  }),
  { virtual: true },
);

const events = event as unknown as {
  emit(data: object | null): void;
  error(body: object, status?: number): void;
};
const replaying = replay as unknown as jest.Mock;
const reading = readAgain as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const FAILED = {
  recordId: "a0X",
  eventId: "evt_1",
  objectId: "in_1",
  status: "Failed",
  problem: "The customer is gone.",
  attempts: 2,
};

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-event-replay", { is: StripeEventReplay as never });
  Object.assign(element, { recordId: "a0X" });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) => root.querySelector<HTMLElement>(selector)!;

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
  jest.resetAllMocks();
});

test("says that it loads until Salesforce answers", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
});

test("a failed event says why, is replayed, and the page hears of it", async () => {
  const element = shown();
  const refreshed = jest.fn();
  element.addEventListener("refreshview", refreshed);
  events.emit(FAILED);
  await settled();
  expect(find(element.shadowRoot, ".headline").textContent).toContain("c.Stripe_Event_Failed");
  expect(find(element.shadowRoot, ".reason").textContent).toBe("The customer is gone.");
  await expect(element).toBeAccessible();
  replaying.mockResolvedValue({ applied: 1 });
  find(element.shadowRoot, ".replay").click();
  await settled();
  await settled();
  expect(replaying).toHaveBeenCalledWith({ recordIds: ["a0X"] });
  expect(refreshed).toHaveBeenCalledTimes(1);
  events.emit({ ...FAILED, status: "Processed", problem: null });
  await settled();
  expect(find(element.shadowRoot, ".headline").textContent).toContain("c.Stripe_Event_Processed");
  expect(element.shadowRoot.querySelector(".replay")).toBeNull();
  await expect(element).toBeAccessible();
});

test("the object of an event that took effect can be read again all the same", async () => {
  const element = shown();
  events.emit({ ...FAILED, status: "Stale" });
  await settled();
  find(element.shadowRoot, ".read").click();
  await settled();
  await settled();
  expect(reading).toHaveBeenCalledWith({ stripeId: "in_1" });
  expect(find(element.shadowRoot, "[aria-live]").textContent).toBe("c.Stripe_Events_Reading");
});

test("shows what refuses a replay", async () => {
  const element = shown();
  events.emit({ ...FAILED, status: "Waiting" });
  await settled();
  replaying.mockRejectedValue({ body: { message: "You may not replay Stripe events." } });
  find(element.shadowRoot, ".replay").click();
  await settled();
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toBe(
    "You may not replay Stripe events.",
  );
});

test("says when the event was purged", async () => {
  const element = shown();
  events.emit(null);
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Events_Gone");
  await expect(element).toBeAccessible();
});

test("says why Salesforce refuses, and asks again on demand", async () => {
  const element = shown();
  events.error({ message: "You may not see the event log." }, 500);
  await settled();
  expect(find(element.shadowRoot, "[role=alert] p").textContent).toBe(
    "You may not see the event log.",
  );
  await expect(element).toBeAccessible();
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  events.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  events.error({ message: "You may not see the event log." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  events.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("an event of a later status is shown by its word, and is not replayed", async () => {
  const element = shown();
  events.emit({ status: "Parked" });
  await settled();
  const root = element.shadowRoot;
  expect(find(root, ".headline").textContent).toBe("Parked");
  expect(root.querySelector(".replay, .read, .reason")).toBeNull();
  expect(root.textContent).toContain("c.Stripe_Events_Attempts: 0");
  await expect(element).toBeAccessible();
  events.emit({});
  await settled();
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
});

test("a component that belongs to no record yet replays nothing", async () => {
  const element = createElement("c-stripe-event-replay", { is: StripeEventReplay as never });
  document.body.append(element);
  events.emit(FAILED);
  await settled();
  find(element.shadowRoot!, ".replay").click();
  await settled();
  expect(replaying).not.toHaveBeenCalled();
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  events.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  events.emit(FAILED);
  await settled();
  replaying.mockClear();
  replaying.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      ".replay",
    )!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(replaying).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  events.emit(FAILED);
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".replay")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  events.emit({ ...FAILED, status: "Processed" });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/card__header-title/);
});
