import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import accept from "@salesforce/apex/StripeSyncController.accept";
import differences from "@salesforce/apex/StripeSyncController.differences";
import repair from "@salesforce/apex/StripeSyncController.repair";
import repairAll from "@salesforce/apex/StripeSyncController.repairAll";
import run from "@salesforce/apex/StripeSyncController.run";
import setStatus from "@salesforce/apex/StripeSyncController.setStatus";
import StripeSyncRun from "c/stripeSyncRun";

jest.mock(
  "@salesforce/apex/StripeSyncController.run",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncController.differences",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncController.accept",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncController.repair",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncController.repairAll",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncController.setStatus",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
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
const wiredRun = run as unknown as {
  emit(data: object | null): void;
  error(body: object, status?: number): void;
};
const wiredPage = differences as unknown as {
  emit(data: object): void;
  getLastConfig(): { filter: object; after: string };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const RUN = {
  recordId: "r1",
  name: "SR-1",
  kind: "Range",
  types: "",
  isDry: true,
  status: "Done with differences",
  progress: 100,
  listed: 40,
  different: 1,
};
const DIFFERENCE = { recordId: "d1", kind: "Differs", fieldLabel: "Amount", state: "Found" };

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-sync-run", { is: StripeSyncRun as never });
  Object.assign(element, { recordId: "r1" });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;
const table = (root: ShadowRoot) => find(root, "c-stripe-difference-table");
const choose = (root: ShadowRoot, id: string) =>
  table(root).dispatchEvent(new CustomEvent("choose", { detail: id }));
const pick = (root: ShadowRoot, selector: string, value: string) =>
  find(root, selector).dispatchEvent(new CustomEvent("change", { detail: { value } }));

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
  jest.useRealTimers();
});

test("says that it loads until Salesforce answers, why it refuses, and when the run is gone", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
  wiredRun.error({ message: "You may not see sync runs." }, 500);
  await settled();
  expect(element.shadowRoot.querySelector("[role=alert]")!.textContent).toContain(
    "You may not see sync runs.",
  );
  await expect(element).toBeAccessible();
  wiredRun.emit(null);
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Run_Gone");
  await expect(element).toBeAccessible();
});

test("shows how far a run is, and asks again until it is over", async () => {
  jest.useFakeTimers();
  const element = shown();
  wiredRun.emit({
    ...RUN,
    status: "Running",
    progress: 40,
    current: "Invoices",
    unmatched: 3,
    message: "Stripe is busy.",
  });
  wiredPage.emit({ differences: [] });
  await Promise.resolve();
  const bar = find(element.shadowRoot, "[role=progressbar]");
  expect(bar.getAttribute("aria-valuenow")).toBe("40");
  expect(find(element.shadowRoot, ".unmatched").textContent).toBe("c.Stripe_Run_Unmatched");
  expect(find(element.shadowRoot, ".message").textContent).toBe("Stripe is busy.");
  await jest.advanceTimersByTimeAsync(1_000);
  expect(refreshApex).toHaveBeenCalled();
  wiredRun.emit(RUN);
  await Promise.resolve();
  expect(find(element.shadowRoot, "[role=progressbar]")).toBeNull();
});

test.each([
  ["Running", ".pause", "Paused"],
  ["Running", ".stop", "Stopped"],
  ["Paused", ".resume", "Queued"],
])("a run that is %s: %s sets it %s", async (status, button, wanted) => {
  const element = shown();
  wiredRun.emit({ ...RUN, status });
  await settled();
  find(element.shadowRoot, button).click();
  await settled();
  expect(setStatus).toHaveBeenCalledWith({ runId: "r1", status: wanted });
});

test("lists what it found, by what it matters to, page by page", async () => {
  const element = shown();
  wiredRun.emit(RUN);
  wiredPage.emit({ differences: [DIFFERENCE], next: "d1" });
  await settled();
  expect(table(element.shadowRoot)["differences"]).toHaveLength(1);
  await expect(element).toBeAccessible();
  find(element.shadowRoot, ".older").click();
  await settled();
  expect(wiredPage.getLastConfig().after).toBe("d1");
  find(element.shadowRoot, ".newer").click();
  pick(element.shadowRoot, ".severity", "Money");
  pick(element.shadowRoot, ".state", "Found");
  await settled();
  expect(wiredPage.getLastConfig()).toMatchObject({
    filter: { severity: "Money", state: "Found" },
    after: "",
  });
});

test("accepts what was chosen, tells it again, and mends it by a run of its own", async () => {
  const element = shown();
  wiredRun.emit(RUN);
  wiredPage.emit({ differences: [DIFFERENCE] });
  await settled();
  expect(find(element.shadowRoot, ".accept")["disabled"]).toBe(true);
  choose(element.shadowRoot, "d1");
  choose(element.shadowRoot, "d2");
  choose(element.shadowRoot, "d2");
  await settled();
  find(element.shadowRoot, ".accept").click();
  await settled();
  expect(accept).toHaveBeenCalledWith({ differenceIds: ["d1"], isAccepted: true });
  choose(element.shadowRoot, "d1");
  await settled();
  find(element.shadowRoot, ".unaccept").click();
  await settled();
  expect(accept).toHaveBeenLastCalledWith({ differenceIds: ["d1"], isAccepted: false });
  (repair as unknown as jest.Mock).mockResolvedValueOnce("r2");
  choose(element.shadowRoot, "d1");
  await settled();
  find(element.shadowRoot, ".repair").click();
  await settled();
  expect(repair).toHaveBeenCalledWith({ differenceIds: ["d1"] });
  expect(navigated).toHaveBeenCalledWith(
    expect.objectContaining({ attributes: { recordId: "r2", actionName: "view" } }),
  );
});

test("mends all of a run only after it was asked", async () => {
  const element = shown();
  wiredRun.emit(RUN);
  await settled();
  find(element.shadowRoot, ".repair-all").click();
  await settled();
  await expect(element).toBeAccessible();
  find(element.shadowRoot, ".repair-no").click();
  await settled();
  expect(repairAll).not.toHaveBeenCalled();
  (repairAll as unknown as jest.Mock).mockRejectedValueOnce({
    body: { message: "SR-2 is still running." },
  });
  find(element.shadowRoot, ".repair-all").click();
  await settled();
  find(element.shadowRoot, ".repair-yes").click();
  await settled();
  expect(repairAll).toHaveBeenCalledWith({ runId: "r1" });
  expect(find(element.shadowRoot, "[role=alert]").textContent).toBe("SR-2 is still running.");
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  wiredRun.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  wiredRun.error({ message: "You may not see sync runs." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  wiredRun.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("a run under way is asked for again although one answer failed", async () => {
  jest.useFakeTimers();
  shown();
  wiredRun.emit({ ...RUN, status: "Running" });
  wiredRun.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(jest.getTimerCount()).toBe(1);
});

test("says nothing of what is not known", async () => {
  const element = shown();
  const root = element.shadowRoot;
  wiredRun.emit({});
  wiredPage.emit({});
  await settled();
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(find(root, ".repair-all")).toBeNull();
  expect(table(root)).toBeNull();
  await expect(element).toBeAccessible();
  wiredRun.emit({ status: "Running" });
  await settled();
  expect(find(root, "[role=progressbar]").getAttribute("aria-valuenow")).toBe("0");
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  await expect(element).toBeAccessible();
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  wiredRun.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  wiredRun.emit({ ...RUN, status: "Running" });
  await settled();
  (setStatus as unknown as jest.Mock).mockClear();
  (setStatus as unknown as jest.Mock).mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      ".pause",
    )!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(setStatus as unknown as jest.Mock).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  wiredRun.emit({ ...RUN, status: "Running" });
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".pause")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  wiredRun.emit({ ...RUN, status: "Done" });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/card__header-title/);
});
