import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import send from "@salesforce/apex/StripeSyncStatusController.send";
import state from "@salesforce/apex/StripeSyncStatusController.state";
import StripeSyncStatus from "c/stripeSyncStatus";

jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
jest.mock(
  "lightning/refresh",
  () => ({
    RefreshEvent: class extends CustomEvent<undefined> {
      constructor() {
        super("refreshview", { bubbles: true, composed: true });
      }
    },
    registerRefreshHandler: jest.fn(() => "registered"),
    unregisterRefreshHandler: jest.fn(),
  }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncStatusController.state",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncStatusController.send",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);

jest.mock("lightning/navigation", () => {
  const Navigate = Symbol("Navigate");
  const navigated = jest.fn();
  const mixin = (base: new () => object) =>
    class extends base {
      [Navigate](target: object) {
        navigated(target);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }), navigated };
});
const { navigated } = jest.requireMock("lightning/navigation") as { navigated: jest.Mock };

const wired = state as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
};
const sent = send as unknown as jest.Mock;

async function shown(data?: object): Promise<ShadowRoot> {
  const element = createElement("c-stripe-sync-status", { is: StripeSyncStatus as never });
  Object.assign(element, { recordId: "003000000000001AAA" });
  document.body.append(element);
  if (data !== undefined) wired.emit(data);
  await settled();
  await expect(element).toBeAccessible();
  return element.shadowRoot!;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const buttons = (root: ShadowRoot) => [
  ...root.querySelectorAll<HTMLElement & { label: string }>("lightning-button"),
];

const { registerRefreshHandler } = jest.requireMock("lightning/refresh") as {
  registerRefreshHandler: jest.Mock<unknown, [object, () => Promise<boolean>]>;
};

const BLANK = /undefined|null|NaN/;

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
  jest.clearAllMocks();
});

test("says that it loads until Salesforce answers", async () => {
  const root = await shown();
  expect(root.querySelector("lightning-spinner")).not.toBeNull();
});

test("says that the contact is a customer, since when, and opens it", async () => {
  const root = await shown({
    status: "Completed",
    syncedAt: "2026-11-01T10:00:00.000Z",
    customerId: "a00000000000001AAA",
    hasEmail: true,
    mayEdit: true,
  });
  expect(root.textContent).toContain("c.Stripe_Sync_Completed");
  expect(root.querySelector("lightning-formatted-date-time")).not.toBeNull();
  expect(buttons(root).map(({ label }) => label)).toEqual(["c.Stripe_Sync_Open_Customer"]);
});

test("asks for an email address where there is none, and offers nothing", async () => {
  const root = await shown({ hasEmail: false, mayEdit: true });
  expect(root.textContent).toContain("c.Stripe_Sync_Needs_Email");
  expect(buttons(root)).toEqual([]);
});

test("offers nothing to who may not edit the contact", async () => {
  expect(buttons(await shown({ hasEmail: true, mayEdit: false }))).toEqual([]);
});

test("shows what went wrong with its remedy, and tries again", async () => {
  const root = await shown({
    status: "Failed",
    problem: "Correct the email address.",
    hasEmail: true,
    mayEdit: true,
  });
  expect(root.textContent).toContain("Correct the email address.");
  const [again] = buttons(root);
  expect(again?.label).toBe("c.Stripe_Try_Again");
  again?.click();
  await settled();
  expect(sent).toHaveBeenCalledWith({ contactId: "003000000000001AAA" });
});

test("shows the words of a refusal beside the state", async () => {
  sent.mockRejectedValue({ status: 500, body: { message: "Somebody else edits this contact." } });
  const root = await shown({ hasEmail: true, mayEdit: true });
  buttons(root)[0]?.click();
  await settled();
  await settled();
  expect(root.querySelector("[role=alert]")?.textContent).toBe("Somebody else edits this contact.");
  expect(root.textContent).toContain("c.Stripe_Sync_None");
});

test("says that the contact is on its way, and asks again until it has arrived", async () => {
  jest.useFakeTimers();
  try {
    const element = createElement("c-stripe-sync-status", { is: StripeSyncStatus as never });
    Object.assign(element, { recordId: "003000000000001AAA" });
    document.body.append(element);
    wired.emit({ status: "Pending", hasEmail: true, mayEdit: true });
    await Promise.resolve();
    expect(element.shadowRoot!.textContent).toContain("c.Stripe_Sync_Pending");
    expect(jest.getTimerCount()).toBe(1);
    wired.emit({ status: "Completed", hasEmail: true, mayEdit: true });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});

test("shows why Salesforce refuses to show it", async () => {
  const element = createElement("c-stripe-sync-status", { is: StripeSyncStatus as never });
  Object.assign(element, { recordId: "003000000000001AAA" });
  document.body.append(element);
  wired.error({ message: "You may not see this contact, or it was deleted." }, 500);
  await settled();
  expect(element.shadowRoot!.querySelector("[role=alert] p")?.textContent).toBe(
    "You may not see this contact, or it was deleted.",
  );
  await expect(element).toBeAccessible();
  const refreshed = refreshApex as unknown as jest.Mock;
  refreshed.mockClear();
  element.shadowRoot!.querySelector<HTMLElement>(".again")!.click();
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test("looks again when something else on the page says that it changed", async () => {
  await shown({ hasEmail: true, mayEdit: true });
  const [[, look]] = registerRefreshHandler.mock.calls as [[object, () => Promise<boolean>]];
  await expect(look()).resolves.toBe(true);
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  document.body.append(createElement("c-stripe-sync-status", { is: StripeSyncStatus as never }));
  wired.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  wired.error({ message: "You may not see this record." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  document.body.append(createElement("c-stripe-sync-status", { is: StripeSyncStatus as never }));
  wired.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("opens the customer, and says nothing it does not know", async () => {
  const root = await shown({ status: "Completed", customerId: "a00000000000001AAA" });
  buttons(root)[0]!.click();
  expect(navigated).toHaveBeenCalledWith({
    type: "standard__recordPage",
    attributes: {
      recordId: "a00000000000001AAA",
      objectApiName: "Stripe_Customer__c",
      actionName: "view",
    },
  });
  expect(root.querySelector("lightning-formatted-date-time")).toBeNull();
  expect(root.textContent).not.toMatch(BLANK);
});

test("a failure without words of its own offers another try all the same", async () => {
  const root = await shown({ status: "Failed", hasEmail: true, mayEdit: true });
  expect(root.textContent).toContain("c.Stripe_Sync_Failed");
  expect(root.textContent).not.toMatch(BLANK);
  expect(buttons(root).map(({ label }) => label)).toEqual(["c.Stripe_Try_Again"]);
});

test("a component that belongs to no record yet sends nothing", async () => {
  const element = createElement("c-stripe-sync-status", { is: StripeSyncStatus as never });
  document.body.append(element);
  wired.emit({ hasEmail: true, mayEdit: true });
  await settled();
  buttons(element.shadowRoot!)[0]!.click();
  await settled();
  expect(sent).not.toHaveBeenCalled();
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  document.body.append(createElement("c-stripe-sync-status", { is: StripeSyncStatus as never }));
  wired.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const root = await shown({ hasEmail: true, mayEdit: true });
  sent.mockClear();
  sent.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = root.querySelector<HTMLElement & { disabled?: boolean }>("lightning-button")!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(sent).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const root = await shown({ hasEmail: true, mayEdit: true });
  const pressed = root.querySelector<HTMLElement>("lightning-button")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  wired.emit({ status: "Completed", customerId: "a00000000000001AAA" });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\bopen\b/);
});
