import { createElement } from "lwc";
import change from "@salesforce/apex/StripePlanChangeController.change";
import preview from "@salesforce/apex/StripePlanChangeController.preview";
import StripePlanChange from "c/stripePlanChange";

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
const previewing = preview as unknown as jest.Mock;
const changing = change as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const PLANS = [
  { value: "Basic Monthly", label: "Basic" },
  { value: "Business Monthly", label: "Business" },
];
const NOW = {
  dueNow: 46.32,
  nextAmount: null,
  currencyCode: "USD",
  prorationDate: "2026-11-05T10:00:00.000Z",
  lines: [
    { description: "Unused time", amount: -20.35 },
    { description: "Remaining time", amount: 66.67 },
  ],
};
const LATER = { ...NOW, dueNow: 0, nextAmount: 119.32, nextAt: "2026-12-01T00:00:00.000Z" };

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-plan-change", { is: StripePlanChange as never });
  Object.assign(element, {
    recordId: "s1",
    currentPlan: "Basic Monthly",
    currentQuantity: 1,
    plans: PLANS,
  });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;
const choose = (root: ShadowRoot, selector: string, value: string) =>
  find(root, selector).dispatchEvent(new CustomEvent("change", { detail: { value } }));

async function previewed(answer: object): Promise<HTMLElement & { shadowRoot: ShadowRoot }> {
  const element = shown();
  await settled();
  choose(element.shadowRoot, ".plan", "Business Monthly");
  await settled();
  previewing.mockResolvedValueOnce(answer);
  find(element.shadowRoot, ".preview").click();
  await settled();
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
  jest.restoreAllMocks();
});

test("begins with what the customer has, of which there is nothing to preview", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, ".plan")["value"]).toBe("Basic Monthly");
  expect(find(element.shadowRoot, ".preview")["disabled"]).toBe(true);
  for (const quantity of ["0", "1.5"]) {
    choose(element.shadowRoot, ".quantity", quantity);
    await settled();
    expect(find(element.shadowRoot, ".preview")["disabled"]).toBe(true);
  }
  await expect(element).toBeAccessible();
});

test("shows what is due now, and charges what was previewed", async () => {
  const element = shown();
  const root = element.shadowRoot;
  const done = jest.fn();
  element.addEventListener("done", done);
  await settled();
  choose(root, ".quantity", "2");
  choose(root, ".ways", "always_invoice");
  await settled();
  previewing.mockResolvedValueOnce(NOW);
  find(root, ".preview").click();
  await settled();
  expect(root.querySelectorAll("tbody tr")).toHaveLength(2);
  expect(root.textContent).not.toContain("c.Stripe_Change_Next_Invoice");
  expect(find(root, ".confirm")["label"]).toBe("c.Stripe_Change_Confirm_Charge");
  await expect(element).toBeAccessible();
  find(root, ".confirm").click();
  await settled();
  expect(changing).toHaveBeenCalledWith({
    subscriptionId: "s1",
    plan: "Basic Monthly",
    quantity: 2,
    proration: "always_invoice",
    prorationDate: NOW.prorationDate,
  });
  expect(done).toHaveBeenCalled();
});

test("shows the next invoice when nothing is due now", async () => {
  const { shadowRoot: root } = await previewed(LATER);
  expect(root.textContent).toContain("c.Stripe_Change_Next_Invoice");
  expect(find(root, ".confirm")["label"]).toBe("c.Stripe_Change_Confirm");
  await expect(root.host).toBeAccessible();
});

test("another wish is previewed anew", async () => {
  const { shadowRoot: root } = await previewed(LATER);
  choose(root, ".quantity", "3");
  await settled();
  expect(root.querySelector(".confirm")).toBeNull();
});

test("a preview that fails is said, and nothing can be confirmed", async () => {
  const element = shown();
  const root = element.shadowRoot;
  await settled();
  choose(root, ".plan", "Business Monthly");
  await settled();
  previewing.mockRejectedValueOnce({ body: { message: "Stripe does not answer." } });
  find(root, ".preview").click();
  await settled();
  expect(find(root, "[role=alert]").textContent).toBe("Stripe does not answer.");
  expect(root.querySelector(".confirm")).toBeNull();
  await expect(element).toBeAccessible();
});

test("an old preview is not charged", async () => {
  const { shadowRoot: root } = await previewed(NOW);
  jest.spyOn(Date, "now").mockReturnValue(Date.now() + 600_001);
  find(root, ".confirm").click();
  await settled();
  expect(changing).not.toHaveBeenCalled();
  expect(find(root, "[role=alert]").textContent).toBe("c.Stripe_Change_Stale");
});

test("closes by its button and by Escape, and by no other key", async () => {
  const element = shown();
  const closed = jest.fn();
  element.addEventListener("close", closed);
  await settled();
  find(element.shadowRoot, ".close").click();
  find(element.shadowRoot, ".form").dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  find(element.shadowRoot, ".form").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(closed).toHaveBeenCalledTimes(2);
});

test("says nothing of what Stripe does not reckon", async () => {
  const { shadowRoot: root } = await previewed({ currencyCode: "USD", lines: [{}] });
  expect(root.querySelectorAll("tbody tr")).toHaveLength(1);
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(find(root, ".confirm")["label"]).toBe("c.Stripe_Change_Confirm");
});

test("a preview without lines has none", async () => {
  const { shadowRoot: root } = await previewed({ dueNow: 5, currencyCode: "USD" });
  expect(root.querySelectorAll("tbody tr")).toHaveLength(0);
  expect(find(root, ".confirm")["label"]).toBe("c.Stripe_Change_Confirm_Charge");
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = await previewed(NOW);
  changing.mockClear();
  changing.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      ".confirm",
    )!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(changing).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  await settled();
  choose(element.shadowRoot, ".plan", "Business Monthly");
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".preview")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  previewing.mockResolvedValueOnce(NOW);
  pressed.click();
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\bconfirm\b/);
});
