import { createElement } from "lwc";
import cancel from "@salesforce/apex/StripeCheckoutController.cancel";
import offer from "@salesforce/apex/StripeCheckoutController.offer";
import renew from "@salesforce/apex/StripeCheckoutController.renew";
import sell from "@salesforce/apex/StripeCheckoutController.sell";
import StripeCheckout from "c/stripeCheckout";
import { cardOf } from "../card";
import { priceText } from "../price";

jest.mock(
  "@salesforce/apex/StripeCheckoutController.offer",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeCheckoutController.sell",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeCheckoutController.renew",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeCheckoutController.cancel",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePlanChangeController.preview",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePlanChangeController.change",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "lightning/pageReferenceUtils",
  () => ({ encodeDefaultFieldValues: (values: object) => JSON.stringify(values) }),
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
const offers = offer as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
};
const selling = sell as unknown as jest.Mock;
const renewing = renew as unknown as jest.Mock;
const canceling = cancel as unknown as jest.Mock;

const RECORD = "003000000000001AAA";
const PLAN = {
  name: "Business Monthly",
  amount: 99,
  currencyCode: "USD",
  billingInterval: "month",
  intervalCount: 1,
};
const OFFER = {
  customerId: "a00",
  email: "ada@example.com",
  maySell: true,
  plans: [PLAN],
  subscriptions: [],
};
const SOLD = { recordId: "s1", name: "SUB-1", plan: "Business Monthly", quantity: 2 };
const hence = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 5_000).toISOString();
const LINK = {
  ...SOLD,
  syncStatus: "Checkout Created",
  checkoutUrl: "https://pay.example/s1",
  checkoutExpiresAt: hence(125),
};
const ACTIVE = {
  ...SOLD,
  status: "active",
  syncStatus: "Completed",
  amount: 198,
  currencyCode: "USD",
  periodEnd: "2026-12-26T10:00:00.000Z",
};

function shown(objectApiName = "Contact"): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-checkout", { is: StripeCheckout as never });
  Object.assign(element, { recordId: RECORD, objectApiName });
  document.body.append(element);
  return element as never;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & { disabled?: boolean; label?: string }>(selector)!;
const announcement = (root: ShadowRoot) => root.querySelector("[aria-live]")!.textContent;

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
  jest.clearAllMocks();
  selling.mockReset();
});

function fillIn(root: ShadowRoot): void {
  find(root, "lightning-combobox").dispatchEvent(
    new CustomEvent("change", { detail: { value: "Business Monthly" } }),
  );
  find(root, "lightning-input.quantity").dispatchEvent(
    new CustomEvent("change", { detail: { value: "2" } }),
  );
}

test("the list of plans stays the same while Salesforce is asked again, so the keyboard keeps its place", async () => {
  const element = shown();
  offers.emit(OFFER);
  await settled();
  const list = element.shadowRoot.querySelector<HTMLElement & { options: object }>(
    "lightning-combobox",
  )!;
  const { options } = list;
  offers.emit({ ...OFFER, plans: [{ ...PLAN }], subscriptions: [LINK] });
  await settled();
  expect(list.options).toBe(options);
  offers.emit({ ...OFFER, plans: [PLAN, { ...PLAN, name: "Basic Monthly" }] });
  await settled();
  expect(list.options).toHaveLength(2);
});

test("says that it loads until Salesforce answers", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
});

test("says that a contact is no customer yet", async () => {
  const element = shown();
  offers.emit({ ...OFFER, customerId: null });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Checkout_Not_Customer");
  await expect(element).toBeAccessible();
});

test("says of a company that its contacts may be customers all the same", async () => {
  const element = shown("Account");
  offers.emit({ ...OFFER, customerId: null });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Checkout_Company_No_Customer");
  await expect(element).toBeAccessible();
});

test("sells by a link when nothing else is on file, and says the total before", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit(OFFER);
  await settled();
  expect(find(root, ".sell").disabled).toBe(true);
  fillIn(root);
  await settled();
  expect(root.textContent).toContain("c.Stripe_Checkout_Total: c.Stripe_Checkout_Amount_Per");
  expect(find(root, ".sell").label).toBe("c.Stripe_Checkout_Create_Link");
  await expect(element).toBeAccessible();
  find(root, ".sell").click();
  await settled();
  expect(selling).toHaveBeenCalledWith({
    recordId: RECORD,
    sale: {
      plan: "Business Monthly",
      quantity: 2,
      path: "Checkout Link",
      trialDays: null,
      discountCode: "",
      allowsPromotionCodes: false,
    },
  });
});

const entered = (root: ShadowRoot, selector: string, detail: object) =>
  find(root, selector).dispatchEvent(new CustomEvent("change", { detail }));

test.each(["-3", "0", "", "x", "1.5", "1000000000"])(
  "adds up nothing for a quantity of %p",
  async (value) => {
    const element = shown();
    const root = element.shadowRoot;
    offers.emit(OFFER);
    await settled();
    fillIn(root);
    entered(root, ".quantity", { value });
    await settled();
    expect(root.textContent).not.toContain("c.Stripe_Checkout_Total");
    expect(find(root, ".sell").disabled).toBe(true);
  },
);

test.each(["-5", "0", "1.5", "731"])("sells no trial of %p days", async (value) => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit(OFFER);
  await settled();
  fillIn(root);
  entered(root, ".trial", { value });
  await settled();
  expect(find(root, ".sell").disabled).toBe(true);
  entered(root, ".trial", { value: "730" });
  await settled();
  expect(find(root, ".sell").disabled).toBe(false);
});

test("a question has the keyboard at No, and gives it back to what was pressed", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const focused = () => (focus.mock.contexts.at(-1) as HTMLElement).className;
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, subscriptions: [ACTIVE] });
  await settled();
  find(root, ".cancel-now").click();
  await settled();
  expect(focused()).toMatch(/^no\b/);
  find(root, ".no").click();
  await settled();
  expect(focused()).toMatch(/^cancel-now\b/);
  find(root, ".change").click();
  await settled();
  find(root, "c-stripe-plan-change").dispatchEvent(new CustomEvent("close"));
  await settled();
  expect(focused()).toMatch(/^change\b/);
});

test("sells with a trial, and with a code given or left to the customer, never both", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, savedCard: "visa •••• 4242" });
  await settled();
  fillIn(root);
  entered(root, ".trial", { value: "14" });
  entered(root, ".allow", { checked: true });
  await settled();
  await expect(element).toBeAccessible();
  find(root, ".sell").click();
  await settled();
  expect(selling).toHaveBeenLastCalledWith({
    recordId: RECORD,
    sale: expect.objectContaining({ trialDays: 14, discountCode: "", allowsPromotionCodes: true }),
  });

  fillIn(root);
  entered(root, ".allow", { checked: true });
  entered(root, ".code", { value: " AUTUMN " });
  await settled();
  expect(root.querySelector(".allow")).toBeNull();
  find(root, ".sell").click();
  await settled();
  expect(selling).toHaveBeenLastCalledWith({
    recordId: RECORD,
    sale: expect.objectContaining({
      trialDays: null,
      discountCode: "AUTUMN",
      allowsPromotionCodes: false,
    }),
  });
  expect(find(root, ".code")).toMatchObject({ value: "" });
});

test("shows what a subscription is sold with until it runs", async () => {
  const element = shown();
  const terms = { trialDays: 14, discountCode: "AUTUMN" };
  offers.emit({ ...OFFER, subscriptions: [{ ...LINK, ...terms }] });
  await settled();
  expect(find(element.shadowRoot, ".terms").textContent).toBe(
    "c.Stripe_Checkout_Sold_With_Trial, c.Stripe_Checkout_Sold_With_Code",
  );
  offers.emit({ ...OFFER, subscriptions: [{ ...ACTIVE, ...terms, status: "trialing" }] });
  await settled();
  expect(element.shadowRoot.querySelector(".terms")).toBeNull();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Checkout_First_Charge");
});

test("charges the card on file only after it was asked for once more", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, savedCard: "visa •••• 4242" });
  await settled();
  fillIn(root);
  find(root, "lightning-radio-group").dispatchEvent(
    new CustomEvent("change", { detail: { value: "Saved Payment Method" } }),
  );
  await settled();
  find(root, ".sell").click();
  await settled();
  expect(selling).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
  find(root, ".no").click();
  await settled();
  expect(root.querySelector(".question")).toBeNull();
  find(root, ".sell").click();
  await settled();
  find(root, ".yes").click();
  await settled();
  expect(selling).toHaveBeenCalledWith({
    recordId: RECORD,
    sale: expect.objectContaining({ path: "Saved Payment Method" }),
  });
});

test("says that it is under way until Salesforce has answered", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit(OFFER);
  await settled();
  fillIn(root);
  await settled();
  let answer = (): void => undefined;
  selling.mockReturnValue(new Promise<void>((resolve) => (answer = resolve)));
  find(root, ".sell").click();
  await settled();
  expect(root.querySelector(".busy")).not.toBeNull();
  await expect(element).toBeAccessible();
  answer();
  await settled();
  await settled();
  expect(root.querySelector(".busy")).toBeNull();
});

test("shows what a rule refused, and keeps what was entered", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit(OFFER);
  await settled();
  fillIn(root);
  await settled();
  selling.mockRejectedValue({ body: { message: "Choose a plan that is for sale." } });
  find(root, ".sell").click();
  await settled();
  await settled();
  expect(find(root, "[role=alert]").textContent).toBe("Choose a plan that is for sale.");
  expect(find(root, ".sell").disabled).toBe(false);
});

test("shows the link until it expires, copies it and writes it to the customer", async () => {
  const writeText = jest.fn().mockResolvedValue(undefined);
  Object.assign(navigator, { clipboard: { writeText } });
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, subscriptions: [LINK] });
  await settled();
  expect(root.textContent).toContain("c.Stripe_Checkout_Expires_In");
  await expect(element).toBeAccessible();
  find(root, ".copy").click();
  await settled();
  expect(writeText).toHaveBeenCalledWith("https://pay.example/s1");
  expect(announcement(root)).toBe("c.Stripe_Checkout_Copied");
  find(root, ".email").click();
  const [[composed]] = navigated.mock.calls;
  expect(composed.attributes.apiName).toBe("Global.SendEmail");
  expect(JSON.parse(composed.state.defaultFieldValues).ToAddress).toBe("ada@example.com");
  writeText.mockRejectedValue(new Error("not allowed"));
  find(root, ".copy").click();
  await settled();
  expect(announcement(root)).toBe("c.Stripe_Checkout_Copy_Failed");
});

test("a link that has expired is made anew", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, subscriptions: [{ ...LINK, checkoutExpiresAt: hence(-5) }] });
  await settled();
  expect(root.textContent).toContain("c.Stripe_Checkout_Expired");
  expect(root.querySelector(".copy")).toBeNull();
  await expect(element).toBeAccessible();
  find(root, ".renew").click();
  await settled();
  expect(renewing).toHaveBeenCalledWith({ subscriptionId: "s1" });
});

test("tells the rest of the page when the customer has paid", async () => {
  const element = shown();
  const refreshed = jest.fn();
  element.addEventListener("refreshview", refreshed);
  offers.emit({ ...OFFER, subscriptions: [LINK] });
  await settled();
  expect(refreshed).not.toHaveBeenCalled();
  offers.emit({ ...OFFER, subscriptions: [ACTIVE] });
  await settled();
  expect(refreshed).toHaveBeenCalledTimes(1);
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Checkout_Active");
  await expect(element).toBeAccessible();
});

test("ends at the period's end, keeps, and ends at once only after it was asked again", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, subscriptions: [ACTIVE] });
  await settled();
  find(root, ".cancel-at-end").click();
  await settled();
  expect(canceling).toHaveBeenLastCalledWith({ subscriptionId: "s1", request: "At Period End" });
  find(root, ".cancel-now").click();
  await settled();
  expect(canceling).toHaveBeenCalledTimes(1);
  find(root, ".yes").click();
  await settled();
  expect(canceling).toHaveBeenLastCalledWith({ subscriptionId: "s1", request: "Now" });
  offers.emit({ ...OFFER, subscriptions: [{ ...ACTIVE, endsAtPeriodEnd: true }] });
  await settled();
  find(root, ".keep").click();
  await settled();
  expect(canceling).toHaveBeenLastCalledWith({ subscriptionId: "s1", request: "Keep" });
});

test("withdraws a link nobody has paid by, only after it was asked again", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, subscriptions: [LINK] });
  await settled();
  find(root, ".withdraw").click();
  await settled();
  expect(canceling).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
  find(root, ".yes").click();
  await settled();
  expect(canceling).toHaveBeenLastCalledWith({ subscriptionId: "s1", request: "Withdraw Link" });
  offers.emit({ ...OFFER, subscriptions: [{ ...LINK, cancelRequest: "Withdraw Link" }] });
  await settled();
  expect(root.querySelector(".withdraw")).toBeNull();
  offers.emit({ ...OFFER, maySell: false, subscriptions: [LINK] });
  await settled();
  expect(root.querySelector(".withdraw")).toBeNull();
});

test("who may not sell sees how things stand and no buttons", async () => {
  const element = shown();
  offers.emit({ ...OFFER, maySell: false, subscriptions: [ACTIVE] });
  await settled();
  expect(element.shadowRoot.querySelector(".sell, .cancel-now")).toBeNull();
  expect(element.shadowRoot.textContent).toContain("Business Monthly × 2");
});

test("on a subscription's page only that one is shown, and opens", async () => {
  const element = shown("Stripe_Subscription__c");
  offers.emit({ ...OFFER, subscriptions: [ACTIVE] });
  await settled();
  expect(element.shadowRoot.querySelector(".sell")).toBeNull();
  find(element.shadowRoot, "li button").click();
  expect(navigated.mock.calls[0][0].attributes.recordId).toBe("s1");
});

test("shows why Salesforce refuses, and asks again on demand", async () => {
  const element = shown();
  offers.error({ message: "You may not see subscriptions." }, 500);
  await settled();
  expect(find(element.shadowRoot, "[role=alert] p").textContent).toBe(
    "You may not see subscriptions.",
  );
  await expect(element).toBeAccessible();
});

describe("a card", () => {
  const now = Date.parse("2026-11-29T10:00:00Z");
  test.each([
    [{ syncStatus: "Draft" }, "draft", "c.Stripe_Checkout_Draft"],
    [{ syncStatus: "Send to Stripe" }, "sending", "c.Stripe_Checkout_Being_Sent"],
    [{ syncStatus: "Completed" }, "sending", "c.Stripe_Checkout_Being_Sent"],
    [{ syncStatus: "Failed", problem: "No such price." }, "failed", "No such price."],
    [{ syncStatus: "Failed" }, "failed", "c.Stripe_Checkout_Failed"],
    [{ status: "past_due" }, "running", "c.Stripe_Checkout_Past_Due"],
    [{ syncStatus: "Draft", hadLink: true }, "expired", "c.Stripe_Checkout_Expired"],
    [{ status: "trialing" }, "running", "c.Stripe_Checkout_Trialing"],
    [{ status: "unpaid" }, "running", "c.Stripe_Checkout_Past_Due"],
    [{ status: "incomplete" }, "running", "c.Stripe_Checkout_Incomplete"],
    [{ status: "paused" }, "running", "c.Stripe_Checkout_Paused"],
    [{ status: "new_word" }, "running", "new_word"],
    [{ status: "canceled" }, "ended", "c.Stripe_Checkout_Ended"],
    [{ status: "active", cancelRequest: "Now" }, "running", "c.Stripe_Checkout_Pending_Change"],
  ])("of %j is in the stage %s and says %s", (facts, stage, text) => {
    expect(cardOf({ ...SOLD, ...facts }, now)).toMatchObject({ stage, stateText: text });
  });

  test("of one whose first payment is under way is asked for again, as that of a link", () => {
    expect(cardOf(LINK, now).isWaiting).toBe(true);
    expect(cardOf({ ...ACTIVE, status: "incomplete" }, now).isWaiting).toBe(true);
    expect(cardOf(ACTIVE, now).isWaiting).toBe(false);
  });

  test.each(["incomplete", "paused"])("of one that is %s names no next charge", (status) => {
    expect(cardOf({ ...ACTIVE, status }, now).periodEnd).toBeNull();
  });

  test("of a draft offers to send it", () => {
    expect(cardOf({ ...SOLD, syncStatus: "Draft" }, now)).toMatchObject({
      canRenew: true,
      renewLabel: "c.Stripe_Checkout_Send",
    });
  });

  test("warns of a link that expires in less than ten minutes", () => {
    const link = { ...LINK, checkoutExpiresAt: "2026-11-29T10:09:00Z" };
    expect(cardOf(link, now)).toMatchObject({
      isExpiringSoon: true,
      expiry: "c.Stripe_Checkout_Expires_Soon",
    });
  });
});

test.each([
  [PLAN, 1, "c.Stripe_Checkout_Amount_Per"],
  [{ ...PLAN, intervalCount: 3 }, 1, "c.Stripe_Checkout_Amount_Per_Many"],
  [{ ...PLAN, amount: null }, 1, ""],
])("the price of %j × %d is %s", (plan, quantity, text) => {
  expect(priceText(plan, quantity)).toBe(text);
});

test("a running subscription is changed in its card, and says so while it is on its way", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({ ...OFFER, subscriptions: [ACTIVE] });
  await settled();
  find(root, ".change").click();
  await settled();
  expect(find(root, "c-stripe-plan-change")).not.toBeNull();
  await expect(element).toBeAccessible();
  find(root, "c-stripe-plan-change").dispatchEvent(new CustomEvent("close"));
  await settled();
  expect(root.querySelector("c-stripe-plan-change")).toBeNull();
  find(root, ".change").click();
  await settled();
  find(root, "c-stripe-plan-change").dispatchEvent(
    new CustomEvent("done", { detail: "The change is on its way." }),
  );
  await settled();
  expect(root.querySelector("[aria-live]")!.textContent).toBe("The change is on its way.");
  offers.emit({ ...OFFER, subscriptions: [{ ...ACTIVE, syncStatus: "Pending" }] });
  await settled();
  expect(root.querySelector(".change")).toBeNull();
  expect(root.textContent).toContain("c.Stripe_Checkout_Pending_Change");
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  offers.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(2);
  offers.error({ message: "You may not see subscriptions." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(1);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  offers.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(1);
});

test("says nothing of what is not known, and offers no letter without a link", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit({
    customerId: "a00",
    maySell: true,
    plans: [{ name: "Tiers" }, {}],
    subscriptions: [{ syncStatus: "Checkout Created" }, { status: "active" }],
  });
  await settled();
  const { options } = root.querySelector<HTMLElement & { options: object[] }>(
    "lightning-combobox",
  )!;
  expect(options).toEqual([
    { value: "Tiers", label: "Tiers" },
    { value: "", label: "" },
  ]);
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(root.querySelector(".email, .copy")).toBeNull();
  offers.emit({ customerId: "a00", maySell: true });
  await settled();
  expect(root.querySelectorAll("li")).toHaveLength(0);
  await expect(element).toBeAccessible();
});

test("writes to a customer whose address is not known with the address left blank", async () => {
  const element = shown();
  offers.emit({ ...OFFER, email: null, subscriptions: [LINK] });
  await settled();
  find(element.shadowRoot, ".email").click();
  const [[composed]] = navigated.mock.calls;
  expect(JSON.parse(composed.state.defaultFieldValues).ToAddress).toBe("");
});

test("a quantity that is no number cannot be sold", async () => {
  const element = shown();
  const root = element.shadowRoot;
  offers.emit(OFFER);
  await settled();
  fillIn(root);
  entered(root, ".quantity", { value: "x" });
  await settled();
  expect(find(root, ".sell").disabled).toBe(true);
});

test("a price says its interval in words, or as Stripe has it", () => {
  const price = { name: "Plan", amount: 5, currencyCode: "USD" };
  expect(priceText(price, 1)).toBe("c.Stripe_Checkout_Amount_Per");
  expect(priceText({ ...price, billingInterval: "decade" }, 1)).toBe(
    "c.Stripe_Checkout_Amount_Per",
  );
  expect(priceText({ ...price, billingInterval: "decade", intervalCount: 2 }, 1)).toBe(
    "c.Stripe_Checkout_Amount_Per_Many",
  );
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  offers.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test.each([
  [{}, ""],
  [{ plan: "Basic" }, "Basic"],
  [{ quantity: 1, plan: "Basic" }, "Basic"],
  [{ quantity: 3, plan: "Basic" }, "Basic × 3"],
])("the card of %j is called %j", (subscription, title) => {
  expect(cardOf(subscription, 0).title).toBe(title);
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  offers.emit(OFFER);
  await settled();
  fillIn(element.shadowRoot);
  await settled();
  selling.mockClear();
  selling.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(".sell")!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(selling).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  offers.emit({ ...OFFER, subscriptions: [LINK] });
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".withdraw")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  offers.emit({ ...OFFER, subscriptions: [ACTIVE] });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\btitle\b/);
});
