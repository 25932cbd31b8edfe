import { createElement } from "lwc";
import compare from "@salesforce/apex/StripeComparisonController.compare";
import repair from "@salesforce/apex/StripeComparisonController.repair";
import repairOf from "@salesforce/apex/StripeComparisonController.repairOf";
import StripeCompare from "c/stripeCompare";

jest.mock(
  "@salesforce/apex/StripeComparisonController.compare",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeComparisonController.repair",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeComparisonController.repairOf",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "lightning/refresh",
  () => ({
    RefreshEvent: class extends CustomEvent<undefined> {
      constructor() {
        super("refreshed");
      }
    },
  }),
  { virtual: true },
);
jest.mock(
  "lightning/uiRecordApi",
  () => ({ notifyRecordUpdateAvailable: jest.fn(() => Promise.resolve()) }),
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
const comparing = compare as unknown as jest.Mock;
const repairing = repair as unknown as jest.Mock;
const looking = repairOf as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const DIFFERENCE = {
  kind: "Differs",
  fieldLabel: "Total",
  here: "1",
  inStripe: "20",
  state: "Found",
};

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-compare", { is: StripeCompare as never });
  Object.assign(element, { recordId: "a01" });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;

afterEach(() => {
  document.body.replaceChildren();
  jest.resetAllMocks();
  jest.useRealTimers();
});

test("asks Stripe only when somebody wants to know", async () => {
  const element = shown();
  await settled();
  expect(comparing).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

test("says that a record is as in Stripe", async () => {
  comparing.mockResolvedValueOnce({ differences: [], mayRepair: true });
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await Promise.resolve();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await settled();
  expect(comparing).toHaveBeenCalledWith({ recordId: "a01" });
  expect(find(element.shadowRoot, ".said").textContent).toBe("c.Stripe_Compare_Equal");
  expect(find(element.shadowRoot, ".repair")).toBeNull();
  await expect(element).toBeAccessible();
});

test("says why Stripe does not answer", async () => {
  comparing.mockRejectedValueOnce({ body: { message: "Stripe is busy." } });
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toBe("Stripe is busy.");
});

test.each([
  ["whoever may not mend", { differences: [DIFFERENCE], mayRepair: false }],
  ["what was accepted", { differences: [{ ...DIFFERENCE, state: "Accepted" }], mayRepair: true }],
])("tells the differences, and does not offer to mend them: %s", async (_, answer) => {
  comparing.mockResolvedValueOnce(answer);
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await settled();
  expect(find(element.shadowRoot, "c-stripe-difference-table")["differences"]).toHaveLength(1);
  expect(find(element.shadowRoot, ".said").textContent).toBe("c.Stripe_Compare_Differs");
  expect(find(element.shadowRoot, ".repair")).toBeNull();
  await expect(element).toBeAccessible();
});

test.each([
  ["what was mended", { isOver: true, status: "Done", repaired: 1 }, "c.Stripe_Compare_Repaired"],
  [
    "why it was not",
    { isOver: true, status: "Paused", repaired: 0, message: "The key was refused." },
    "c.Stripe_Compare_Not_Repaired",
  ],
])("has the record mended, follows the run, and says %s", async (_, answer, sentence) => {
  jest.useFakeTimers();
  comparing.mockResolvedValueOnce({ differences: [DIFFERENCE], mayRepair: true });
  repairing.mockResolvedValueOnce("r1");
  looking.mockResolvedValueOnce({ isOver: false, status: "Running" }).mockResolvedValueOnce(answer);
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await jest.advanceTimersByTimeAsync(0);
  find(element.shadowRoot, ".repair").click();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(looking).toHaveBeenCalledWith({ runId: "r1" });
  expect(find(element.shadowRoot, ".said").textContent).toBe(sentence);
  find(element.shadowRoot, ".open-run").click();
  expect(navigated).toHaveBeenCalledWith(
    expect.objectContaining({ attributes: { recordId: "r1", actionName: "view" } }),
  );
});

test("says why no run is begun", async () => {
  comparing.mockResolvedValueOnce({ differences: [DIFFERENCE], mayRepair: true });
  repairing.mockRejectedValueOnce({ body: { message: "SR-1 is still running." } });
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await settled();
  find(element.shadowRoot, ".repair").click();
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toBe("SR-1 is still running.");
});

test.each([
  ["goes on after a failure", "Salesforce is away.", 1],
  ["ends when it is refused for good, and says so", "You may not see this run.", 0],
])("following the run %s", async (_, message, timers) => {
  jest.useFakeTimers();
  comparing.mockResolvedValueOnce({ differences: [DIFFERENCE], mayRepair: true });
  repairing.mockResolvedValueOnce("r1");
  looking.mockRejectedValue({ body: { message } });
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await jest.advanceTimersByTimeAsync(0);
  find(element.shadowRoot, ".repair").click();
  await jest.advanceTimersByTimeAsync(4_000);
  expect(jest.getTimerCount()).toBe(timers);
  const alert = element.shadowRoot.querySelector("[role=alert]");
  expect(alert?.textContent ?? null).toBe(timers === 1 ? null : message);
  jest.useRealTimers();
  await expect(element).toBeAccessible();
});

test("an answer without differences is that there are none", async () => {
  comparing.mockResolvedValueOnce({});
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await settled();
  expect(find(element.shadowRoot, ".said").textContent).toBe("c.Stripe_Compare_Equal");
});

test("a run that is over and says no more has mended nothing, and failed at nothing", async () => {
  jest.useFakeTimers();
  comparing.mockResolvedValueOnce({ differences: [DIFFERENCE], mayRepair: true });
  repairing.mockResolvedValueOnce("r1");
  looking.mockResolvedValue({ isOver: true });
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await jest.advanceTimersByTimeAsync(0);
  find(element.shadowRoot, ".repair").click();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(find(element.shadowRoot, ".said").textContent).toBe("c.Stripe_Compare_Repaired");
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  comparing.mockClear();
  comparing.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      ".compare",
    )!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(comparing).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  comparing.mockResolvedValueOnce({ differences: [DIFFERENCE], mayRepair: true });
  const element = shown();
  find(element.shadowRoot, ".compare").click();
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".repair")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  comparing.mockResolvedValueOnce({ differences: [], mayRepair: true });
  find(element.shadowRoot, ".compare").click();
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\bcompare\b/);
});
