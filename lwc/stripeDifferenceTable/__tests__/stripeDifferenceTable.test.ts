import { createElement } from "lwc";
import StripeDifferenceTable from "c/stripeDifferenceTable";

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
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const AMOUNT = {
  recordId: "d1",
  kind: "Differs",
  objectLabel: "Payment",
  stripeId: "pi_1",
  targetId: "a01",
  fieldLabel: "Amount",
  here: "21",
  inStripe: "20",
  severity: "Money",
  state: "Found",
};
const MISSING = {
  recordId: "d2",
  kind: "Missing here",
  objectLabel: "Refund",
  stripeId: "re_1",
  severity: "Money",
  state: "Repaired",
};
const UNKNOWN = {
  kind: "New",
  severity: "New",
  state: "New",
  fieldLabel: "Card",
  reason: "Locked",
};

function shown(properties: object): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-difference-table", {
    is: StripeDifferenceTable as never,
  });
  Object.assign(element, properties);
  document.body.append(element);
  return element as never;
}
const textsOf = (root: ShadowRoot, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent!.trim());

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

test("shows both values of a field, and nothing of a record as a whole", async () => {
  const element = shown({ differences: [AMOUNT, MISSING, UNKNOWN] });
  await settled();
  expect(textsOf(element.shadowRoot, ".here")).toEqual(["21", "", "c.Stripe_Difference_Blank"]);
  expect(textsOf(element.shadowRoot, ".in-stripe")).toEqual([
    "20",
    "",
    "c.Stripe_Difference_Blank",
  ]);
  expect(textsOf(element.shadowRoot, ".slds-badge")).toEqual([
    "c.Stripe_Difference_Money",
    "c.Stripe_Difference_Money",
    "New",
  ]);
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Difference_Missing_Here");
  expect(element.shadowRoot.textContent).toContain("Locked");
  expect(element.shadowRoot.querySelector("input")).toBeNull();
  await expect(element).toBeAccessible();
});

test("offers to choose what is not mended yet, and tells which", async () => {
  const element = shown({ differences: [AMOUNT, MISSING], chosen: ["d1"], canChoose: true });
  const chosen = jest.fn();
  element.addEventListener("choose", chosen);
  await settled();
  const boxes = element.shadowRoot.querySelectorAll("input");
  expect(boxes).toHaveLength(1);
  expect(boxes[0]!.checked).toBe(true);
  boxes[0]!.dispatchEvent(new CustomEvent("change"));
  expect(chosen.mock.calls[0][0].detail).toBe("d1");
  await expect(element).toBeAccessible();
});

test("opens the record that differs", async () => {
  const element = shown({ differences: [AMOUNT] });
  await settled();
  element.shadowRoot.querySelector<HTMLElement>(".record")!.click();
  expect(navigated).toHaveBeenCalledWith({
    type: "standard__recordPage",
    attributes: { recordId: "a01", actionName: "view" },
  });
});

test("says nothing of what is not known", async () => {
  const element = shown({ differences: [{}, { kind: "Later" }], canChoose: true });
  await settled();
  const root = element.shadowRoot;
  expect(root.querySelectorAll("tbody tr")).toHaveLength(2);
  expect(root.textContent).toContain("Later");
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(root.querySelector(".record")).toBeNull();
  await expect(element).toBeAccessible();
});
