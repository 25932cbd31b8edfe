import { createElement } from "lwc";
import refund from "@salesforce/apex/StripePaymentActionsController.refund";
import StripeRefund from "c/stripeRefund";

jest.mock(
  "@salesforce/apex/StripePaymentActionsController.refund",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
const refunding = refund as unknown as jest.Mock;
Object.defineProperty(globalThis.crypto, "randomUUID", { value: () => "wish-1" });

const PAYMENT = { recordId: "a01", name: "PMT-1", amount: 99.3, refunded: 9, currencyCode: "EUR" };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function shown(payment: object = PAYMENT): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-refund", { is: StripeRefund as never });
  Object.assign(element, { payment });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;
const type = (root: ShadowRoot, value: string) =>
  find(root, ".amount").dispatchEvent(new CustomEvent("change", { detail: { value } }));

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
});

test("offers what is left of the payment, in its own currency", async () => {
  const { shadowRoot: root } = shown();
  await settled();
  expect(find(root, ".amount")["value"]).toBe(90.3);
  expect(find(root, ".amount")["step"]).toBe("0.01");
  expect(find(root, ".send")["disabled"]).toBe(false);
  await expect(root.host).toBeAccessible();
});

test("knows currencies without cents", async () => {
  const { shadowRoot: root } = shown({ ...PAYMENT, amount: 500, refunded: 0, currencyCode: "JPY" });
  await settled();
  expect(find(root, ".amount")["step"]).toBe("1");
});

test.each(["", "0", "-1", "90.31", "x"])("%p cannot be given back", async (value) => {
  const { shadowRoot: root } = shown();
  await settled();
  type(root, value);
  await settled();
  expect(find(root, ".send")["disabled"]).toBe(true);
  expect(find(root, "[role=alert]").textContent).toBe("c.Stripe_Refund_Bad_Amount");
  await expect(root.host).toBeAccessible();
});

test("gives back no parts of a cent", async () => {
  const { shadowRoot: root } = shown();
  await settled();
  type(root, "10.005");
  await settled();
  expect(find(root, ".send")["disabled"]).toBe(true);
  expect(find(root, "[role=alert]").textContent).toBe("c.Stripe_Refund_Too_Fine");
  type(root, "10.05");
  await settled();
  expect(find(root, ".send")["disabled"]).toBe(false);
});

test("sends the wish with its key, and says what became of it", async () => {
  const { shadowRoot: root } = shown();
  const done = jest.fn();
  root.host.addEventListener("done", done);
  await settled();
  type(root, "5");
  find(root, "lightning-combobox").dispatchEvent(
    new CustomEvent("change", { detail: { value: "duplicate" } }),
  );
  refunding.mockResolvedValueOnce("succeeded");
  find(root, ".send").click();
  await settled();
  expect(refunding).toHaveBeenCalledWith({
    paymentId: "a01",
    amount: 5,
    reason: "duplicate",
    key: expect.stringMatching(/^wish-1$/),
  });
  expect(done.mock.calls[0][0].detail).toBe("c.Stripe_Refund_Done");
});

test("a refund that waits is said to wait", async () => {
  const { shadowRoot: root } = shown();
  const done = jest.fn();
  root.host.addEventListener("done", done);
  await settled();
  refunding.mockResolvedValueOnce("pending");
  find(root, ".send").click();
  await settled();
  expect(done.mock.calls[0][0].detail).toBe("c.Stripe_Refund_Waits");
});

test("says it in Stripe's words when it is refused, and sends the same wish again", async () => {
  const { shadowRoot: root } = shown();
  await settled();
  refunding.mockRejectedValue({ body: { message: "Charge has already been refunded." } });
  const refused = jest.fn();
  root.host.addEventListener("refused", refused);
  find(root, ".send").click();
  await settled();
  expect(refused).toHaveBeenCalledTimes(1);
  expect(find(root, "[role=alert]").textContent).toBe("Charge has already been refunded.");
  await expect(root.host).toBeAccessible();
  find(root, ".send").click();
  await settled();
  const [[first], [second]] = refunding.mock.calls;
  expect(first.key).toBe(second.key);
});

test("closes by its button and by Escape, and by no other key", async () => {
  const { shadowRoot: root } = shown();
  const closed = jest.fn();
  root.host.addEventListener("close", closed);
  await settled();
  find(root, ".close").click();
  find(root, ".form").dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  find(root, ".form").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(closed).toHaveBeenCalledTimes(2);
});

test("of a payment nothing is known of nothing can be given back", async () => {
  const { shadowRoot: root } = shown({});
  await settled();
  expect(find(root, ".amount")["value"]).toBe(0);
  expect(find(root, ".send")["disabled"]).toBe(true);
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  find(root, ".send").click();
  await settled();
  expect(refunding).not.toHaveBeenCalled();
  await expect(root.host).toBeAccessible();
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  await settled();
  refunding.mockClear();
  refunding.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(".send")!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(refunding).toHaveBeenCalledTimes(1);
});
