import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import event from "@salesforce/apex/StripeIntegrationController.event";
import events from "@salesforce/apex/StripeIntegrationController.events";
import readAgain from "@salesforce/apex/StripeIntegrationController.readAgain";
import replay from "@salesforce/apex/StripeIntegrationController.replay";
import replayFailed from "@salesforce/apex/StripeIntegrationController.replayFailed";
import StripeEventList from "c/stripeEventList";
import { readable } from "../row";

jest.mock(
  "lightning/refresh",
  () => ({
    registerRefreshHandler: jest.fn(() => "registered"),
    unregisterRefreshHandler: jest.fn(),
  }),
  { virtual: true },
);
jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
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

const { registerRefreshHandler, unregisterRefreshHandler } = jest.requireMock(
  "lightning/refresh",
) as { registerRefreshHandler: jest.Mock; unregisterRefreshHandler: jest.Mock };
interface Wire extends jest.Mock {
  emit(data: object): void;
  error(body: object, status?: number): void;
  getLastConfig(): object;
}
const pages = events as unknown as Wire;
const one = event as unknown as Wire;
const replaying = replay as unknown as jest.Mock;
const replayingAll = replayFailed as unknown as jest.Mock;
const reading = readAgain as unknown as jest.Mock;

const FAILED = {
  recordId: "e1",
  eventId: "evt_1",
  type: "charge.refunded",
  objectId: "ch_1",
  status: "Failed",
  problem: "No such handler.",
  receivedAt: "2026-11-01T10:00:00.000Z",
};
const DONE = { ...FAILED, recordId: "e2", eventId: "evt_2", status: "Processed", problem: null };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function shown(mayReplay = true): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-event-list", { is: StripeEventList as never });
  Object.assign(element, { mayReplay });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;
const labelled = (root: ShadowRoot, label: string) =>
  [...root.querySelectorAll<HTMLElement & { label?: string }>("lightning-button")].find(
    (each) => each.label === label,
  )!;

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
  jest.resetAllMocks();
});

test("says that it loads, that there is nothing, and what refuses it", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
  pages.emit({ events: [] });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Events_Empty");
  await expect(element).toBeAccessible();
  pages.error({ message: "You may not see the event log." }, 500);
  await settled();
  expect(find(element.shadowRoot, "[role=alert] p").textContent).toContain("event log");
  await expect(element).toBeAccessible();
  labelled(element.shadowRoot, "c.Stripe_Try_Again")?.click();
});

test("only what had no effect can be replayed, and only by who may", async () => {
  const element = shown();
  pages.emit({ events: [FAILED, DONE] });
  await settled();
  expect(element.shadowRoot.querySelectorAll("button.replay")).toHaveLength(1);
  await expect(element).toBeAccessible();
  Object.assign(element, { mayReplay: false });
  await settled();
  expect(element.shadowRoot.querySelector("button.replay, .read, .replay-failed")).toBeNull();
});

test("replays one and says what became of it", async () => {
  const element = shown();
  const changed = jest.fn();
  element.addEventListener("change", changed);
  pages.emit({ events: [FAILED] });
  await settled();
  replaying.mockResolvedValueOnce({ applied: 0, failed: 1, waiting: 0, problems: ["Still not."] });
  find(element.shadowRoot, "button.replay").click();
  await settled();
  expect(replaying).toHaveBeenCalledWith({ recordIds: ["e1"] });
  expect(find(element.shadowRoot, ".said").textContent).toBe("c.Stripe_Events_Outcome Still not.");
  expect(changed).toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

test("replays those that were chosen", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [FAILED, { ...FAILED, recordId: "e3" }] });
  await settled();
  expect(find(root, ".replay-chosen")["disabled"]).toBe(true);
  const [first, second] = root.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  for (const box of [first!, second!, first!]) box.dispatchEvent(new CustomEvent("change"));
  await settled();
  replaying.mockResolvedValueOnce({ applied: 1 });
  find(root, ".replay-chosen").click();
  await settled();
  expect(replaying).toHaveBeenCalledWith({ recordIds: ["e3"] });
});

test("replays all that failed since a time, as many calls as it takes", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [FAILED] });
  await settled();
  find(root, ".failed-since").dispatchEvent(
    new CustomEvent("change", { detail: { value: "2026-11-01" } }),
  );
  replayingAll
    .mockResolvedValueOnce({ applied: 200, failed: 0, waiting: 0, next: "e200" })
    .mockResolvedValueOnce({ applied: 3, failed: 0, waiting: 1, next: null });
  find(root, ".replay-failed").click();
  await settled();
  expect(replayingAll.mock.calls.map(([call]) => call.after)).toEqual(["", "e200"]);
  expect(replayingAll.mock.calls[0][0].since).toBe("2026-11-01");
});

test("replays nothing since what is no date", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [FAILED] });
  await settled();
  const day = find(root, ".failed-since");
  day["validity"] = { valid: false };
  day.dispatchEvent(new CustomEvent("change", { detail: { value: null } }));
  await settled();
  expect(find(root, ".replay-failed")["disabled"]).toBe(true);
});

test.each([null, ""])("replays nothing without a day: %p", async (value) => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [FAILED] });
  await settled();
  expect(find(root, ".replay-failed")["disabled"]).toBe(false);
  find(root, ".failed-since").dispatchEvent(new CustomEvent("change", { detail: { value } }));
  await settled();
  expect(find(root, ".replay-failed")["disabled"]).toBe(true);
});

test("reads an object again, and says what is in the way", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [] });
  await settled();
  expect(find(root, ".read")["disabled"]).toBe(true);
  find(root, ".object").dispatchEvent(new CustomEvent("change", { detail: { value: "sub_1" } }));
  await settled();
  reading.mockResolvedValueOnce("e9");
  find(root, ".read").click();
  await settled();
  expect(reading).toHaveBeenCalledWith({ stripeId: "sub_1" });
  expect(find(root, ".said").textContent).toBe("c.Stripe_Events_Reading");
  reading.mockRejectedValueOnce({ body: { message: "This is no id." } });
  find(root, ".read").click();
  await settled();
  expect(find(root, "[role=alert]").textContent).toBe("This is no id.");
  await expect(element).toBeAccessible();
});

test("shows an event with its payload, and closes it again", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [FAILED] });
  await settled();
  find(root, "button.details").click();
  await settled();
  one.emit({ ...FAILED, payload: '{"a":1}', correlationId: "c-1" });
  await settled();
  expect(find(root, "pre").textContent).toBe('{\n  "a": 1\n}');
  await expect(element).toBeAccessible();
  find(root, "button.details").click();
  await settled();
  expect(root.querySelector("pre")).toBeNull();
  expect(readable("no json")).toBe("no json");
  expect(readable(null)).toBe("");
});

test("filters from the first page, and pages both ways", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [FAILED], next: "1|e1" });
  await settled();
  labelled(root, "c.Stripe_Events_Older").click();
  await settled();
  expect(pages.getLastConfig()).toEqual({ filter: {}, after: "1|e1" });
  pages.emit({ events: [FAILED], next: null });
  await settled();
  labelled(root, "c.Stripe_Events_Newer").click();
  await settled();
  find(root, "lightning-combobox").dispatchEvent(
    new CustomEvent("change", { detail: { value: "Failed" } }),
  );
  for (const [selector, value] of [
    [".type", "charge."],
    [".id", "ch_1"],
  ] as const) {
    find(root, selector)["value"] = value;
    find(root, selector).dispatchEvent(new CustomEvent("commit"));
    find(root, selector).dispatchEvent(new CustomEvent("commit"));
  }
  find(root, ".since").dispatchEvent(new CustomEvent("change", { detail: { value: "" } }));
  await settled();
  expect(pages.getLastConfig()).toEqual({
    filter: { status: "Failed", type: "charge.", stripeId: "ch_1", since: null },
    after: "",
  });
});

test("says nothing of what is not known, and shows a later status by its word", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ events: [{ status: "Parked", recordId: "e5" }, {}] });
  await settled();
  expect(find(root, ".slds-badge").textContent).toBe("Parked");
  expect(root.querySelector("button.replay")).toBeNull();
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  await expect(element).toBeAccessible();
  pages.emit({});
  await settled();
  expect(root.textContent).toContain("c.Stripe_Events_Empty");
});

test("lists since a day", async () => {
  const element = shown();
  pages.emit({ events: [FAILED] });
  await settled();
  find(element.shadowRoot, ".since").dispatchEvent(
    new CustomEvent("change", { detail: { value: "2026-11-01" } }),
  );
  await settled();
  expect(pages.getLastConfig()).toMatchObject({ filter: { since: "2026-11-01" } });
});

test.each([
  ["four times, whatever fails", "Salesforce is away.", 4],
  ["until it is refused for good", "You may not see the event log.", 1],
])("looks for what was read again %s", async (_, message, looks) => {
  jest.useFakeTimers();
  const element = shown();
  const changed = jest.fn();
  pages.emit({ events: [] });
  find(await drawn(element), ".object").dispatchEvent(
    new CustomEvent("change", { detail: { value: "sub_1" } }),
  );
  reading.mockResolvedValueOnce("e9");
  find(await drawn(element), ".read").click();
  await jest.advanceTimersByTimeAsync(0);
  element.addEventListener("change", changed);
  pages.error({ message }, 500);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(changed).toHaveBeenCalledTimes(looks);
});
async function drawn(element: { readonly shadowRoot: ShadowRoot }): Promise<ShadowRoot> {
  await Promise.resolve();
  return element.shadowRoot;
}

test("looks again when something else on the page says that it changed, as long as it is there", async () => {
  registerRefreshHandler.mockReset().mockReturnValue("registered");
  const refreshed = refreshApex as unknown as jest.Mock;
  const element = shown();
  pages.emit({ events: [FAILED] });
  refreshed.mockClear();
  const [[, look]] = registerRefreshHandler.mock.calls as [[object, () => Promise<boolean>]];
  await expect(look()).resolves.toBe(true);
  expect(refreshed).toHaveBeenCalledTimes(1);
  element.remove();
  expect(unregisterRefreshHandler).toHaveBeenCalledWith("registered");
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  pages.emit({ events: [FAILED] });
  await settled();
  replaying.mockClear();
  replaying.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      "button.replay",
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
  pages.emit({ events: [FAILED] });
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>("button.replay")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  pages.emit({ events: [{ ...FAILED, status: "Processed" }] });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\bdetails\b/);
});
