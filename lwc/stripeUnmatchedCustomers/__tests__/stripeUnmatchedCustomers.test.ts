import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import candidates from "@salesforce/apex/StripeMatchController.candidates";
import match from "@salesforce/apex/StripeMatchController.match";
import unmatched from "@salesforce/apex/StripeMatchController.unmatched";
import StripeUnmatchedCustomers from "c/stripeUnmatchedCustomers";

jest.mock(
  "@salesforce/apex/StripeMatchController.unmatched",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeMatchController.candidates",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeMatchController.match",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
const wired = unmatched as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
  getLastConfig(): { after: string };
};
const finding = candidates as unknown as jest.Mock;
const matching = match as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const CUSTOMERS = [
  { recordId: "c1", stripeId: "cus_1", name: "Ada", email: "ada@example.com", sameEmail: 2 },
  { recordId: "c2", stripeId: "cus_2" },
];
const CANDIDATES = [
  { recordId: "p1", name: "Ada Lovelace", email: "ada@example.com", accountName: "Engines" },
  { recordId: "p2", name: "Ada Byron", stripeId: "cus_9" },
];

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-unmatched-customers", {
    is: StripeUnmatchedCustomers as never,
  });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

test("says that it loads, why Salesforce refuses, and that nobody is left", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
  wired.error({ message: "You may not say whose a customer is." }, 500);
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toContain("You may not say");
  await expect(element).toBeAccessible();
  wired.emit({ customers: [], next: null });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Match_None");
  await expect(element).toBeAccessible();
});

test("finds the contact by the customer's e-mail or by a search, and joins it", async () => {
  const element = shown();
  wired.emit({ customers: CUSTOMERS, next: null });
  await settled();
  finding.mockResolvedValue(CANDIDATES);
  find(element.shadowRoot, ".find").click();
  await settled();
  expect(finding).toHaveBeenCalledWith({ customerId: "c1", search: "" });
  const shownCandidates = element.shadowRoot.querySelectorAll(".candidate");
  expect(shownCandidates).toHaveLength(2);
  expect(shownCandidates[1]!.textContent).toContain("c.Stripe_Match_Taken");
  expect(element.shadowRoot.querySelectorAll(".join")).toHaveLength(1);
  await expect(element).toBeAccessible();
  const search = find(element.shadowRoot, ".search");
  search["value"] = "byron";
  search.dispatchEvent(new CustomEvent("commit"));
  await settled();
  expect(finding).toHaveBeenLastCalledWith({ customerId: "c1", search: "byron" });
  find(element.shadowRoot, ".join").click();
  await settled();
  expect(matching).toHaveBeenCalledWith({ customerId: "c1", contactId: "p1" });
  expect(find(element.shadowRoot, ".said").textContent).toBe("c.Stripe_Match_Joined");
  expect(refreshApex).toHaveBeenCalled();
});

test("says when no contact is like that, and why one cannot be joined", async () => {
  const element = shown();
  wired.emit({ customers: CUSTOMERS, next: null });
  await settled();
  finding.mockResolvedValueOnce([]);
  find(element.shadowRoot, ".find").click();
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Match_No_Candidates");
  find(element.shadowRoot, ".find").click();
  await settled();
  expect(find(element.shadowRoot, ".search")).toBeNull();
  finding.mockResolvedValueOnce(CANDIDATES);
  find(element.shadowRoot, "[data-id=c2]").click();
  await settled();
  matching.mockRejectedValueOnce({
    body: { message: "This customer belongs to somebody already." },
  });
  find(element.shadowRoot, ".join").click();
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toBe(
    "This customer belongs to somebody already.",
  );
});

test("turns the pages", async () => {
  const element = shown();
  wired.emit({ customers: CUSTOMERS, next: "c2" });
  await settled();
  find(element.shadowRoot, ".older").click();
  await settled();
  expect(wired.getLastConfig().after).toBe("c2");
  wired.emit({ customers: CUSTOMERS, next: null });
  await settled();
  find(element.shadowRoot, ".newer").click();
  await settled();
  expect(wired.getLastConfig().after).toBe("");
});

test("says nothing of what is not known", async () => {
  const element = shown();
  const root = element.shadowRoot;
  wired.emit({ customers: [{ recordId: "c3" }, {}], next: null });
  await settled();
  expect(root.textContent).toContain("c.Stripe_Match_No_Name");
  finding.mockResolvedValueOnce([{}]);
  find(root, ".find").click();
  await settled();
  expect(root.querySelectorAll(".candidate")).toHaveLength(1);
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  await expect(element).toBeAccessible();
  find(root, ".join").click();
  await settled();
  expect(find(root, ".said").textContent).not.toMatch(/undefined|null/);
  wired.emit({});
  await settled();
  expect(root.textContent).toContain("c.Stripe_Match_None");
});

test("an answer for letters that were typed over is left aside", async () => {
  const element = shown();
  const root = element.shadowRoot;
  wired.emit({ customers: CUSTOMERS, next: null });
  await settled();
  const answers: ((found: object[]) => void)[] = [];
  finding.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  find(root, ".find").click();
  await settled();
  const search = find(root, ".search");
  search["value"] = "byron";
  search.dispatchEvent(new CustomEvent("commit"));
  await settled();
  answers[1]!([CANDIDATES[1]!]);
  await settled();
  answers[0]!(CANDIDATES);
  await settled();
  expect(root.querySelectorAll(".candidate")).toHaveLength(1);
});

test("asks again on demand", async () => {
  const element = shown();
  wired.error({ message: "Salesforce is away." }, 503);
  await settled();
  find(element.shadowRoot, "[role=alert] lightning-button").click();
  await settled();
  expect(refreshApex).toHaveBeenCalledTimes(1);
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  wired.emit({ customers: CUSTOMERS, next: null });
  await settled();
  finding.mockResolvedValue(CANDIDATES);
  find(element.shadowRoot, ".find").click();
  await settled();
  matching.mockClear();
  matching.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(".join")!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(matching).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  wired.emit({ customers: CUSTOMERS, next: "c2" });
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".older")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  wired.emit({ customers: CUSTOMERS, next: null });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/card__header-title/);
});
