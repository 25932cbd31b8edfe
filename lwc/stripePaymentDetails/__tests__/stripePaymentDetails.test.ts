import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import details from "@salesforce/apex/StripePaymentHistoryController.details";
import StripePaymentDetails from "c/stripePaymentDetails";
import { ofAttempt, ofDispute, ofRefund } from "../happened";

jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
jest.mock(
  "@salesforce/apex/StripePaymentHistoryController.details",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
const wired = details as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const NOW = Date.parse("2026-12-01T00:00:00.000Z");

function shown(): HTMLElement & { shadowRoot: ShadowRoot; refresh(): Promise<void> } {
  const element = createElement("c-stripe-payment-details", { is: StripePaymentDetails as never });
  Object.assign(element, { paymentId: "a01" });
  document.body.append(element);
  return element as never;
}

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

test("says that it loads, and that there is nothing more", async () => {
  const element = shown();
  await settled();
  expect(element.shadowRoot.querySelector("lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
  wired.emit({ attempts: [], refunds: [], disputes: [] });
  await settled();
  expect(element.shadowRoot.textContent).toBe("c.Stripe_Details_Nothing");
  await expect(element).toBeAccessible();
});

test("lists attempts, refunds and disputes, each by itself", async () => {
  const element = shown();
  wired.emit({
    attempts: [{ recordId: "t1", outcome: "failed", amount: 5, currencyCode: "EUR" }],
    refunds: [{ recordId: "r1", status: "succeeded", amount: 2, currencyCode: "EUR" }],
    disputes: [
      {
        recordId: "d1",
        status: "needs_response",
        amount: 5,
        currencyCode: "EUR",
        dueBy: new Date(Date.now() + 1_000_000).toISOString(),
      },
    ],
  });
  await settled();
  const { textContent } = element.shadowRoot;
  expect(textContent).toContain("c.Stripe_Outcome_Failed");
  expect(textContent).toContain("c.Stripe_Refund_Status_Succeeded");
  expect(textContent).toContain("c.Stripe_Details_Evidence_Due");
  await expect(element).toBeAccessible();
  await element.refresh();
});

test("shows the words of a refusal until there is an answer", async () => {
  const element = shown();
  wired.error({ message: "You may not see payments." }, 500);
  await settled();
  expect(element.shadowRoot.querySelector("[role=alert] p")!.textContent).toBe(
    "You may not see payments.",
  );
  await expect(element).toBeAccessible();
  const refreshed = refreshApex as unknown as jest.Mock;
  refreshed.mockClear();
  element.shadowRoot.querySelector<HTMLElement>(".again")!.click();
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test("an attempt names its card, or its way", () => {
  expect(ofAttempt({ outcome: "blocked", cardBrand: "visa", cardLast4: "4242" })).toMatchObject({
    what: "c.Stripe_Outcome_Blocked",
    method: "Visa •••• 4242",
  });
  expect(ofAttempt({ outcome: "later_word", methodType: "sepa_debit" })).toMatchObject({
    what: "later_word",
    method: "Sepa debit",
  });
});

test("a refund says why, and why it failed before that", () => {
  const refund = { status: "failed", reason: "requested_by_customer" };
  expect(ofRefund(refund).why).toBe("requested by customer");
  expect(ofRefund({ ...refund, failureReason: "expired card" }).why).toBe("expired card");
  expect(ofRefund({}).what).toBe("");
});

test("evidence is due only while it can be given", () => {
  const dispute = { status: "needs_response", dueBy: "2026-12-05T00:00:00.000Z" };
  expect(ofDispute(dispute, NOW)).toMatchObject({
    dueAt: Date.parse("2026-12-05T00:00:00.000Z"),
    evidence: null,
  });
  expect(ofDispute(dispute, Date.parse("2026-12-06T00:00:00.000Z"))).toMatchObject({
    dueAt: null,
    evidence: "c.Stripe_Details_Evidence_Late",
  });
  expect(ofDispute({ ...dispute, hasEvidence: true }, NOW)).toMatchObject({
    dueAt: null,
    evidence: "c.Stripe_Details_Evidence_Given",
  });
  expect(ofDispute({ ...dispute, status: "won" }, NOW)).toMatchObject({
    dueAt: null,
    evidence: null,
  });
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  wired.error({ message: "You may not see payments." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("says nothing of what is not known", async () => {
  const element = shown();
  wired.emit({ attempts: [{ cardLast4: "4242" }], refunds: [{}], disputes: [{}] });
  await settled();
  expect(element.shadowRoot.textContent).toContain("•••• 4242");
  expect(element.shadowRoot.textContent).not.toMatch(/undefined|null|NaN/);
  await expect(element).toBeAccessible();
  wired.emit({});
  await settled();
  expect(element.shadowRoot.textContent).toBe("c.Stripe_Details_Nothing");
});

test("a dispute of a later word is named by it, and one without a day is due at none", () => {
  expect(ofDispute({ status: "later_word" }, NOW)).toMatchObject({ what: "later_word" });
  expect(ofDispute({ status: "needs_response" }, NOW)).toMatchObject({
    dueAt: null,
    evidence: null,
  });
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});
