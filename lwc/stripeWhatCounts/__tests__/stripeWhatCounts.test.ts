import { createElement } from "lwc";
import whatCounts from "@salesforce/apex/StripeWhatCountsController.whatCounts";
import StripeWhatCounts from "c/stripeWhatCounts";

jest.mock(
  "@salesforce/apex/StripeWhatCountsController.whatCounts",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/label/c.Stripe_What_Counts",
  () => ({ __esModule: true, default: "What counts: {0}." }),
  { virtual: true },
);

const wired = whatCounts as unknown as { emit(data: string | null): void };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-what-counts", { is: StripeWhatCounts as never });
  document.body.append(element);
  return element as never;
}

afterEach(() => {
  document.body.replaceChildren();
});

test("says what counts", async () => {
  const element = shown();
  wired.emit("Active and past due; discounts: Forever");
  await settled();
  expect(element.shadowRoot.querySelector(".counted")!.textContent).toBe(
    "What counts: Active and past due; discounts: Forever.",
  );
  await expect(element).toBeAccessible();
});

test("says nothing to whoever may not see the figure", async () => {
  const element = shown();
  wired.emit(null);
  await settled();
  expect(element.shadowRoot.querySelector("p")).toBeNull();
});

test("says nothing before Salesforce answers", async () => {
  const element = shown();
  await settled();
  expect(element.shadowRoot.querySelector("p")).toBeNull();
  await expect(element).toBeAccessible();
});
