import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import figures from "@salesforce/apex/StripeRevenueController.figures";
import StripeRevenue from "c/stripeRevenue";
import { tableOf } from "../table";

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
  "@salesforce/apex/StripeRevenueController.figures",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
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
const wired = figures as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
  getLastConfig(): object;
};
const { registerRefreshHandler, unregisterRefreshHandler } = jest.requireMock(
  "lightning/refresh",
) as { registerRefreshHandler: jest.Mock; unregisterRefreshHandler: jest.Mock };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const NAMES = ["mrr", "collected", "outside", "open", "overdue", "failed", "churned"];
const EMPTY = NAMES.map((name) => ({ name, recordCount: 0, isTooMany: false, amounts: [] }));
const FIGURES = EMPTY.map((figure) =>
  figure.name === "mrr"
    ? {
        ...figure,
        recordCount: 2,
        amounts: [
          { currencyCode: "USD", amount: 526 },
          { currencyCode: "JPY", amount: 3000 },
        ],
      }
    : figure.name === "churned"
      ? { ...figure, recordCount: 1, amounts: [{ currencyCode: "USD", amount: -130 }] }
      : figure,
);

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-revenue", { is: StripeRevenue as never });
  document.body.append(element);
  return element as never;
}

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

test("shows each figure in each currency, and until when the closes went", async () => {
  const element = shown();
  wired.emit({ figures: FIGURES, closedThrough: "2026-11-28", counted: "Active" });
  await settled();
  const heads = [...element.shadowRoot.querySelectorAll("thead th")];
  expect(heads.map(({ textContent }) => textContent)).toEqual([
    "c.Stripe_Revenue_Figure",
    "JPY",
    "USD",
  ]);
  expect(element.shadowRoot.querySelectorAll("tbody tr")).toHaveLength(7);
  expect(element.shadowRoot.querySelector("tbody td")!.textContent).toBe("¥3,000");
  expect(element.shadowRoot.querySelector(".counted")!.textContent).toBe("c.Stripe_What_Counts");
  expect(element.shadowRoot.querySelector(".closed")!.textContent).toBe(
    "c.Stripe_Revenue_Closed_Through",
  );
  await expect(element).toBeAccessible();
});

test("opens the list behind a figure", async () => {
  const element = shown();
  wired.emit({ figures: FIGURES });
  await settled();
  element.shadowRoot.querySelector<HTMLElement>("button[data-name=overdue]")!.click();
  expect(navigated).toHaveBeenCalledWith({
    type: "standard__objectPage",
    attributes: { objectApiName: "Stripe_Invoice__c", actionName: "list" },
    state: { filterName: "Overdue" },
  });
  expect(element.shadowRoot.querySelector(".closed")!.textContent).toBe(
    "c.Stripe_Revenue_Not_Closed",
  );
});

test("offers the accounts and modes where there are several, and asks for the chosen one", async () => {
  const element = shown();
  const accounts = [
    { key: "acct_home·test", label: "test mode of acct_home" },
    { key: "acct_second·test", label: "test mode of acct_second" },
  ];
  wired.emit({ figures: FIGURES, accountKey: "acct_home·test", accounts: accounts.slice(0, 1) });
  await settled();
  expect(element.shadowRoot.querySelector("select")).toBeNull();
  expect(element.shadowRoot.querySelector(".lists")).toBeNull();

  wired.emit({ figures: FIGURES, accountKey: "acct_home·test", accounts });
  await settled();
  const select = element.shadowRoot.querySelector("select")!;
  expect([...select.options].map(({ label }) => label.trim())).toEqual([
    "test mode of acct_home",
    "test mode of acct_second",
  ]);
  expect(select.value).toBe("acct_home·test");
  expect(element.shadowRoot.querySelector(".lists")).not.toBeNull();
  await expect(element).toBeAccessible();

  select.value = "acct_second·test";
  select.dispatchEvent(new CustomEvent("change"));
  await settled();
  expect(wired.getLastConfig()).toEqual({ accountKey: "acct_second·test" });
  expect(element.shadowRoot.querySelector("lightning-spinner")).not.toBeNull();
});

test("says when there is nothing yet", async () => {
  const element = shown();
  wired.emit({ figures: EMPTY });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Revenue_None");
  await expect(element).toBeAccessible();
});

test("shows no half a sum of what is too much to add up", async () => {
  const element = shown();
  const [mrr, ...rest] = EMPTY;
  wired.emit({
    figures: [{ ...mrr, isTooMany: true, recordCount: 50_001 }, FIGURES[6], ...rest.slice(0, 5)],
  });
  await settled();
  const row = element.shadowRoot.querySelector("tbody tr")!;
  expect(row.textContent).toContain("c.Stripe_Revenue_Too_Many");
  expect(row.querySelector("td")!.textContent).toBe("–");
  await expect(element).toBeAccessible();
});

test("says why Salesforce refuses, and asks again by itself", async () => {
  const element = shown();
  wired.error({ message: "You may not see revenue." }, 500);
  await settled();
  expect(element.shadowRoot.querySelector("[role=alert] p")!.textContent).toBe(
    "You may not see revenue.",
  );
  await expect(element).toBeAccessible();
  wired.emit({ figures: FIGURES });
  await settled();
  expect(element.shadowRoot.querySelector("table")).not.toBeNull();
});

test("a loss is shown without its sign, and a figure without amounts as zero", () => {
  const { rows } = tableOf(FIGURES);
  expect(rows[6]!.cells.find(({ key }) => key === "USD")!.text).toBe("$130.00");
  expect(rows[1]!.cells.map(({ text }) => text)).toEqual(["¥0", "$0.00"]);
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  wired.error({ message: "You may not see revenue." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("a figure of a later version is shown by its name, and has no list to open", async () => {
  const element = shown();
  wired.emit({ figures: [{ name: "later", amounts: [{ amount: 5, currencyCode: "EUR" }, {}] }] });
  await settled();
  expect(element.shadowRoot.querySelector("tbody tr")!.textContent).toContain("later");
  element.shadowRoot.querySelector<HTMLElement>("button[data-name=later]")!.click();
  expect(navigated).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

test("an answer without figures is none", async () => {
  const element = shown();
  wired.emit({});
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Revenue_None");
  wired.emit({ figures: [{}] });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Revenue_None");
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("looks again when something else on the page says that it changed, as long as it is there", async () => {
  registerRefreshHandler.mockClear();
  const refreshed = refreshApex as unknown as jest.Mock;
  const element = shown();
  wired.emit({ figures: FIGURES });
  refreshed.mockClear();
  const [[, look]] = registerRefreshHandler.mock.calls as [[object, () => Promise<boolean>]];
  await expect(look()).resolves.toBe(true);
  expect(refreshed).toHaveBeenCalledTimes(1);
  element.remove();
  expect(unregisterRefreshHandler).toHaveBeenCalledWith("registered");
});
