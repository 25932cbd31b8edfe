import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import cardLink from "@salesforce/apex/StripePaymentActionsController.cardLink";
import retry from "@salesforce/apex/StripePaymentActionsController.retry";
import details from "@salesforce/apex/StripePaymentHistoryController.details";
import page from "@salesforce/apex/StripePaymentHistoryController.page";
import summary from "@salesforce/apex/StripePaymentHistoryController.summary";
import StripePaymentHistory from "c/stripePaymentHistory";
import { csvOf } from "../csv";

jest.mock(
  "@salesforce/apex/StripePaymentHistoryController.page",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePaymentHistoryController.summary",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePaymentHistoryController.details",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePaymentActionsController.retry",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePaymentActionsController.cardLink",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePaymentActionsController.refund",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "lightning/pageReferenceUtils",
  () => ({ encodeDefaultFieldValues: (values: object) => JSON.stringify(values) }),
  { virtual: true },
);
jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
jest.mock(
  "lightning/refresh",
  () => ({
    registerRefreshHandler: jest.fn(() => "registered"),
    unregisterRefreshHandler: jest.fn(),
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

const { registerRefreshHandler, unregisterRefreshHandler } = jest.requireMock(
  "lightning/refresh",
) as { registerRefreshHandler: jest.Mock; unregisterRefreshHandler: jest.Mock };
const { navigated } = jest.requireMock("lightning/navigation") as { navigated: jest.Mock };

interface Wire extends jest.Mock {
  emit(data: object): void;
  error(body: object, status?: number): void;
  getLastConfig(): object;
}
const pages = page as unknown as Wire;
const summaries = summary as unknown as Wire;
const happenings = details as unknown as Wire;
const retrying = retry as unknown as jest.Mock;
const linking = cardLink as unknown as jest.Mock;
Object.defineProperty(globalThis.crypto, "randomUUID", { value: () => "wish-1" });

const RECORD = "003000000000001AAA";
const PAID = {
  recordId: "a01",
  name: "PMT-1",
  amount: 99,
  currencyCode: "EUR",
  status: "succeeded",
  happenedAt: "2026-11-01T10:00:00.000Z",
  cardBrand: "visa",
  cardLast4: "4242",
  invoice: { invoiceNumber: "A-1", status: "paid", pdfUrl: "https://pay.example/a-1.pdf" },
};
const FAILED = {
  ...PAID,
  recordId: "a02",
  name: "PMT-2",
  status: "failed",
  failureCode: "lost_card",
  failureReason: "Your card was declined.",
  failedAttempts: 3,
  invoice: {
    invoiceNumber: "A-2",
    status: "open",
    paymentUrl: "https://pay.example/a-2",
    nextAttemptAt: "2026-12-01T10:00:00.000Z",
  },
};

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-payment-history", { is: StripePaymentHistory as never });
  Object.assign(element, { recordId: RECORD });
  document.body.append(element);
  return element as never;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const button = (root: ShadowRoot, label: string) =>
  [...root.querySelectorAll<HTMLElement & { label?: string }>("lightning-button, button")].find(
    (each) => each.label === label || each.textContent?.trim() === label,
  )!;

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
  jest.clearAllMocks();
});

test("says that it loads until Salesforce answers", async () => {
  const element = shown();
  await settled();
  expect(element.shadowRoot.querySelector("lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
});

test("says so when there are no payments, and when none is like what was asked for", async () => {
  const element = shown();
  pages.emit({ payments: [], next: null });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_History_Empty");
  element.shadowRoot
    .querySelector("lightning-combobox")!
    .dispatchEvent(new CustomEvent("change", { detail: { value: "failed" } }));
  pages.emit({ payments: [], next: null });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_History_Empty_Filtered");
  await expect(element).toBeAccessible();
});

test("a list that is open keeps its entries while the page is drawn anew, so the keyboard keeps its place", async () => {
  const element = shown();
  pages.emit({ payments: [], next: null });
  await settled();
  const list = element.shadowRoot.querySelector<HTMLElement & { options: object }>(
    "lightning-combobox",
  )!;
  const { options } = list;
  pages.emit({ payments: [PAID], next: null });
  summaries.emit({ totals: [], openInvoices: 0 });
  await settled();
  expect(list.options).toBe(options);
});

test("says where the money stands, each currency by itself", async () => {
  const element = shown();
  pages.emit({ payments: [PAID] });
  summaries.emit({
    totals: [
      { currencyCode: "EUR", paid: 99, refunded: 9, open: 0 },
      { currencyCode: "JPY", paid: 500, refunded: 0, open: 300 },
    ],
    openInvoices: 1,
    nextAttemptAt: "2026-12-01T10:00:00.000Z",
  });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_History_One_Open");
  expect(element.shadowRoot.querySelectorAll("ul > li")).toHaveLength(2);
  await expect(element).toBeAccessible();
});

test("tells what to do about a payment that failed, what to say and what not", async () => {
  const element = shown();
  pages.emit({ payments: [FAILED, PAID], next: null });
  await settled();
  const root = element.shadowRoot;
  const toggle = root.querySelector<HTMLElement>("button.toggle")!;
  expect(toggle.getAttribute("aria-expanded")).toBe("false");
  toggle.click();
  await settled();
  expect(root.querySelector("dl")!.textContent).toContain("c.Stripe_Advice_Silent_Do");
  expect(root.querySelector("dl")!.textContent).toContain("c.Stripe_Advice_Silent_Not");
  expect(
    root.querySelector<HTMLElement & { value: number }>("td c-stripe-relative-time")!.value,
  ).toBe(Date.parse("2026-12-01T10:00:00.000Z"));
  await expect(element).toBeAccessible();
  toggle.click();
  await settled();
  expect(root.querySelector("dl")).toBeNull();
});

test("copies what to tell the customer", async () => {
  const writeText = jest.fn().mockResolvedValue(undefined);
  Object.assign(navigator, { clipboard: { writeText } });
  const element = shown();
  pages.emit({ payments: [FAILED], next: null });
  await settled();
  element.shadowRoot.querySelector<HTMLElement>("button.toggle")!.click();
  await settled();
  button(element.shadowRoot, "c.Stripe_History_Copy").click();
  await settled();
  expect(writeText).toHaveBeenCalledWith("c.Stripe_Advice_Silent_Say");
  expect(element.shadowRoot.querySelector("[aria-live]")!.textContent).toBe(
    "c.Stripe_History_Copied",
  );
});

test("a dispute says until when evidence can be given, as long as it is open", async () => {
  const element = shown();
  const dueIn = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const dispute = { ...PAID, disputeDueBy: dueIn(86_400_000) };
  const late = { ...PAID, disputeDueBy: dueIn(-1_000) };
  pages.emit({
    payments: [
      { ...dispute, recordId: "d1", disputeStatus: "needs_response" },
      { ...dispute, recordId: "d2", disputeStatus: "won" },
      { ...late, recordId: "d3", disputeStatus: "needs_response" },
      { ...late, recordId: "d4", disputeStatus: "lost" },
    ],
  });
  await settled();
  const { textContent } = element.shadowRoot;
  expect(textContent.match(/c\.Stripe_History_Dispute_Due/g)).toHaveLength(1);
  expect(textContent.match(/c\.Stripe_Details_Evidence_Late/g)).toHaveLength(1);
  await expect(element).toBeAccessible();
});

test("asks for what was chosen from the first page, and pages both ways", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ payments: [PAID], next: "1|a01" });
  await settled();
  button(root, "c.Stripe_History_Older").click();
  await settled();
  expect(pages.getLastConfig()).toEqual({ recordId: RECORD, filter: {}, after: "1|a01" });
  pages.emit({ payments: [PAID], next: null });
  await settled();
  button(root, "c.Stripe_History_Newer").click();
  await settled();
  expect(pages.getLastConfig()).toEqual({ recordId: RECORD, filter: {}, after: "" });
  const [since, until, search] = root.querySelectorAll<HTMLElement & { value: unknown }>(
    "lightning-input",
  );
  since!.dispatchEvent(new CustomEvent("change", { detail: { value: "2026-11-01" } }));
  until!.dispatchEvent(new CustomEvent("change", { detail: { value: "" } }));
  search!.value = "A-2";
  search!.dispatchEvent(new CustomEvent("commit"));
  await settled();
  expect(pages.getLastConfig()).toEqual({
    recordId: RECORD,
    filter: { since: "2026-11-01", until: null, text: "A-2" },
    after: "",
  });
});

test("shows the words of a refusal, and asks again by itself and on demand", async () => {
  const element = shown();
  pages.error({ message: "You may not see payments." }, 500);
  await settled();
  expect(element.shadowRoot.querySelector("[role=alert] p")!.textContent).toBe(
    "You may not see payments.",
  );
  await expect(element).toBeAccessible();
  button(element.shadowRoot, "c.Stripe_Try_Again").click();
  pages.emit({ payments: [PAID] });
  await settled();
  expect(element.shadowRoot.querySelector("tbody tr")).not.toBeNull();
});

test("exports every page of what is shown, with nothing a spreadsheet would run", async () => {
  const element = shown();
  pages.emit({ payments: [PAID], next: "1|a01" });
  await settled();
  pages
    .mockResolvedValueOnce({ payments: [PAID], next: "1|a01" })
    .mockResolvedValueOnce({ payments: [FAILED], next: null });
  URL.createObjectURL = jest.fn(() => "blob:x");
  URL.revokeObjectURL = jest.fn();
  const click = jest
    .spyOn(HTMLAnchorElement.prototype, "click")
    .mockImplementation(() => undefined);
  button(element.shadowRoot, "c.Stripe_History_Export").click();
  await settled();
  expect(pages).toHaveBeenCalledTimes(2);
  expect(click).toHaveBeenCalled();
  const lines = csvOf([{ ...PAID, customerName: '=cmd("x"), Ltd' }]).split("\r\n");
  expect(lines[1]).toContain(`"'=cmd(""x""), Ltd"`);
  expect(lines[1]).toContain("99,EUR");
  expect(lines[0]!.split(",").at(-1)).toBe("c.Stripe_History_Why_Failed");
});

test("looks again when the page is told to, as long as it is there", async () => {
  const element = shown();
  await settled();
  const [[, handler]] = registerRefreshHandler.mock.calls;
  expect(await handler()).toBe(true);
  element.remove();
  expect(unregisterRefreshHandler).toHaveBeenCalledWith("registered");
});

test("says that an export did not finish", async () => {
  const element = shown();
  pages.emit({ payments: [PAID] });
  await settled();
  pages.mockRejectedValueOnce({ body: { message: "Away." } });
  button(element.shadowRoot, "c.Stripe_History_Export").click();
  await settled();
  expect(element.shadowRoot.querySelector("[aria-live]")!.textContent).toContain("Away.");
});

test("opens the payment, and writes to the customer with the payment page", async () => {
  const element = shown();
  pages.emit({ payments: [PAID, { ...FAILED, email: "ada@example.com" }] });
  summaries.emit({ totals: [], openInvoices: 0 });
  await settled();

  element.shadowRoot.querySelectorAll<HTMLElement>("th button")[1]!.click();
  button(element.shadowRoot, "c.Stripe_History_Send_Page").click();

  const [[opened], [composed]] = navigated.mock.calls;
  expect(opened.attributes).toMatchObject({ recordId: "a02", actionName: "view" });
  expect(composed.attributes.apiName).toBe("Global.SendEmail");
  expect(composed.state.recordId).toBe(RECORD);
  expect(JSON.parse(composed.state.defaultFieldValues).ToAddress).toBe("ada@example.com");
});

test("looks by itself after the payment page was sent, until nothing is open", async () => {
  jest.useFakeTimers();
  try {
    const element = shown();
    pages.emit({ payments: [FAILED] });
    summaries.emit({ totals: [], openInvoices: 1 });
    await Promise.resolve();
    // Moments that go with the time.
    const shownMoments = jest.getTimerCount();
    button(element.shadowRoot, "c.Stripe_History_Send_Page").click();
    await jest.advanceTimersByTimeAsync(4_000);
    expect(jest.getTimerCount()).toBe(shownMoments + 1);

    summaries.emit({ totals: [], openInvoices: 0 });
    // One look that finds it paid, and one for the payment's own event.
    await jest.advanceTimersByTimeAsync(10_000);
    expect(jest.getTimerCount()).toBe(shownMoments);
  } finally {
    jest.useRealTimers();
  }
});

const ALLOWED = {
  totals: [],
  openInvoices: 1,
  mayRefund: true,
  mayCollect: true,
  hasCustomer: true,
};

test("offers nothing that the user may not do", async () => {
  const element = shown();
  pages.emit({ payments: [FAILED, PAID] });
  summaries.emit({ ...ALLOWED, mayRefund: false, mayCollect: false });
  await settled();
  for (const action of [".refund", ".retry", ".card-link"])
    expect(element.shadowRoot.querySelector(action)).toBeNull();
});

test("offers no link to update a card where nobody is a customer", async () => {
  const element = shown();
  pages.emit({ payments: [] });
  summaries.emit({ ...ALLOWED, hasCustomer: false });
  await settled();
  expect(element.shadowRoot.querySelector(".card-link")).toBeNull();
  summaries.emit(ALLOWED);
  await settled();
  expect(element.shadowRoot.querySelector(".card-link")).not.toBeNull();
});

test("gives back what came in, and only that", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ payments: [FAILED, PAID, { ...PAID, recordId: "a03", refunded: 99 }] });
  summaries.emit(ALLOWED);
  await settled();
  expect(root.querySelectorAll(".refund")).toHaveLength(1);
  root.querySelector<HTMLElement>(".refund")!.click();
  await settled();
  await expect(element).toBeAccessible();
  root.querySelector("c-stripe-refund")!.dispatchEvent(new CustomEvent("close"));
  await settled();
  expect(root.querySelector("c-stripe-refund")).toBeNull();
  root.querySelector<HTMLElement>(".refund")!.click();
  await settled();
  root
    .querySelector("c-stripe-refund")!
    .dispatchEvent(new CustomEvent("done", { detail: "It is given back." }));
  await settled();
  expect(root.querySelector("[role=status]")!.textContent).toBe("It is given back.");
  await expect(element).toBeAccessible();
});

test.each([
  ["paid", "c.Stripe_History_Retried"],
  ["open", "c.Stripe_History_Retry_Waits"],
])("collects an open invoice now: %s", async (status, sentence) => {
  const element = shown();
  pages.emit({ payments: [FAILED] });
  summaries.emit(ALLOWED);
  await settled();
  retrying.mockResolvedValueOnce(status);
  element.shadowRoot.querySelector<HTMLElement>(".retry")!.click();
  await settled();
  expect(retrying).toHaveBeenCalledWith({ paymentId: "a02" });
  expect(element.shadowRoot.querySelector("[role=status]")!.textContent).toBe(sentence);
});

test("says what is in the way of collecting", async () => {
  const element = shown();
  pages.emit({ payments: [FAILED] });
  summaries.emit(ALLOWED);
  await settled();
  retrying.mockRejectedValueOnce({ body: { message: "The payment method was refused." } });
  element.shadowRoot.querySelector<HTMLElement>(".retry")!.click();
  await settled();
  expect(element.shadowRoot.querySelector("[role=alert]")!.textContent).toBe(
    "The payment method was refused.",
  );
  await expect(element).toBeAccessible();
});

test("writes to the customer where to enter another card", async () => {
  const element = shown();
  pages.emit({ payments: [{ ...PAID, email: "somebody.else@example.com" }] });
  summaries.emit(ALLOWED);
  await settled();
  linking.mockResolvedValueOnce({ url: "https://billing.example/1", email: "ada@example.com" });
  element.shadowRoot.querySelector<HTMLElement>(".card-link")!.click();
  await settled();
  expect(linking).toHaveBeenCalledWith({ recordId: RECORD });
  const [[composed]] = navigated.mock.calls;
  expect(JSON.parse(composed.state.defaultFieldValues)).toMatchObject({
    ToAddress: "ada@example.com",
    Subject: "c.Stripe_History_Card_Subject",
  });
});

test("tells what happened to a payment, and shows the ways they were paid to choose from", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ payments: [PAID], next: null });
  summaries.emit({ ...ALLOWED, methods: ["card", "sepa_debit"] });
  await settled();
  root.querySelector<HTMLElement>(".events")!.click();
  await settled();
  expect(root.querySelector("c-stripe-payment-details")).not.toBeNull();
  await expect(element).toBeAccessible();
  root.querySelector<HTMLElement>(".events")!.click();
  root
    .querySelector("lightning-combobox.method")!
    .dispatchEvent(new CustomEvent("change", { detail: { value: "sepa_debit" } }));
  await settled();
  expect(root.querySelector("c-stripe-payment-details")).toBeNull();
  expect(pages.getLastConfig()).toEqual({
    recordId: RECORD,
    filter: { method: "sepa_debit" },
    after: "",
  });
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  pages.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  pages.error({ message: "You may not see payments." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  pages.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("says nothing of what is not known", async () => {
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({
    payments: [
      { recordId: "a05", status: "failed", invoice: { status: "open" }, cardLast4: "4242" },
      { recordId: "a06", disputeStatus: "needs_response" },
      {},
    ],
    next: null,
  });
  summaries.emit({ totals: [{}], mayCollect: true, mayRefund: true, hasCustomer: true });
  await settled();
  expect(root.textContent).toContain("•••• 4242");
  expect(root.textContent).toContain("c.Stripe_History_All_Paid");
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(root.querySelector(".refund")).toBeNull();
  await expect(element).toBeAccessible();
  root.querySelectorAll<HTMLElement>("th button")[2]!.click();
  expect(navigated).not.toHaveBeenCalled();
  pages.emit({});
  await settled();
  expect(root.textContent).toContain("c.Stripe_History_Empty");
});

test("says how many invoices are open", async () => {
  const element = shown();
  pages.emit({ payments: [PAID] });
  summaries.emit({ totals: [{ currencyCode: "EUR", open: 5 }], openInvoices: 2 });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_History_Many_Open");
  await expect(element).toBeAccessible();
});

test("writes about an invoice without a number to a customer without an address", async () => {
  const element = shown();
  const invoice = { status: "open", paymentUrl: "https://pay.example/a-3" };
  pages.emit({ payments: [{ ...FAILED, invoice }] });
  await settled();
  button(element.shadowRoot, "c.Stripe_History_Send_Page").click();
  const [[composed]] = navigated.mock.calls;
  expect(composed.state.defaultFieldValues).not.toMatch(/undefined|null/);
  expect(JSON.parse(composed.state.defaultFieldValues).ToAddress).toBe("");
});

test("who comes back to the page after a while is shown what happened since", async () => {
  jest.useFakeTimers();
  const refreshed = refreshApex as unknown as jest.Mock;
  shown();
  pages.emit({ payments: [PAID] });
  document.dispatchEvent(new Event("visibilitychange"));
  expect(refreshed).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(61_000);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test.each([
  ["six times", null, 6],
  ["once, when that is refused for good", "You may not see payments.", 1],
])("looks for the events of what was done %s", async (_, message, looks) => {
  jest.useFakeTimers();
  const refreshed = refreshApex as unknown as jest.Mock;
  const element = shown();
  pages.emit({ payments: [FAILED] });
  summaries.emit(ALLOWED);
  await Promise.resolve();
  retrying.mockResolvedValueOnce("paid");
  element.shadowRoot.querySelector<HTMLElement>(".retry")!.click();
  await jest.advanceTimersByTimeAsync(0);
  if (message !== null) pages.error({ message }, 500);
  await jest.advanceTimersByTimeAsync(600_000);
  // Each look is for the page of payments and for how they stand.
  expect(refreshed).toHaveBeenCalledTimes(2 * looks);
});

test("after the payment page was sent looks no more once it is refused for good", async () => {
  jest.useFakeTimers();
  const element = shown();
  pages.emit({ payments: [FAILED] });
  summaries.emit({ totals: [], openInvoices: 1 });
  await Promise.resolve();
  button(element.shadowRoot, "c.Stripe_History_Send_Page").click();
  pages.error({ message: "You may not see payments." }, 500);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("an export of a page without payments has its heading", async () => {
  const element = shown();
  pages.emit({ payments: [PAID] });
  await settled();
  pages.mockResolvedValueOnce({});
  const made = jest.fn((_file: Blob) => "blob:x");
  Object.assign(URL, { createObjectURL: made, revokeObjectURL: jest.fn() });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  button(element.shadowRoot, "c.Stripe_History_Export").click();
  await settled();
  expect(made.mock.calls[0]![0].size).toBe(
    new Blob(["\uFEFF", csvOf([])], { type: "text/csv" }).size,
  );
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  pages.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("what happened to a payment is looked at again with the rest", async () => {
  const refreshed = refreshApex as unknown as jest.Mock;
  const element = shown();
  pages.emit({ payments: [PAID] });
  summaries.emit(ALLOWED);
  await settled();
  element.shadowRoot.querySelector<HTMLElement>(".events")!.click();
  await settled();
  happenings.emit({ attempts: [] });
  const [[, handler]] = registerRefreshHandler.mock.calls;
  await handler();
  expect(refreshed).toHaveBeenCalledTimes(3);
});

test("looks once at a time for what was done, however much was, and no more once it is gone", async () => {
  jest.useFakeTimers();
  const element = shown();
  const root = element.shadowRoot;
  pages.emit({ payments: [FAILED] });
  summaries.emit(ALLOWED);
  await Promise.resolve();
  // Moments that go with the time.
  const shownMoments = jest.getTimerCount();
  for (const wish of [".retry", ".retry"]) {
    retrying.mockResolvedValueOnce("paid");
    root.querySelector<HTMLElement>(wish)!.click();
    await jest.advanceTimersByTimeAsync(0);
    expect(jest.getTimerCount()).toBe(shownMoments + 1);
  }
  button(root, "c.Stripe_History_Send_Page").click();
  expect(jest.getTimerCount()).toBe(shownMoments + 1);
  element.remove();
  expect(jest.getTimerCount()).toBe(0);
});

test("search for what is shown already asks nothing", async () => {
  const element = shown();
  pages.emit({ payments: [PAID] });
  await settled();
  const before = pages.getLastConfig();
  const fields = element.shadowRoot.querySelectorAll<HTMLElement & { value: unknown }>(
    "lightning-input",
  );
  fields[2]!.value = "";
  fields[2]!.dispatchEvent(new CustomEvent("commit"));
  await settled();
  expect(pages.getLastConfig()).toBe(before);
  expect(element.shadowRoot.querySelector("tbody tr")).not.toBeNull();
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  pages.emit({ payments: [FAILED] });
  summaries.emit(ALLOWED);
  await settled();
  retrying.mockClear();
  retrying.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      ".retry",
    )!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(retrying).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  pages.emit({ payments: [FAILED] });
  summaries.emit(ALLOWED);
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".retry")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  pages.emit({ payments: [{ ...PAID, recordId: "a02" }] });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\bevents\b/);
});
