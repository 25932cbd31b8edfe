import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import overview from "@salesforce/apex/StripeSyncController.overview";
import setStatus from "@salesforce/apex/StripeSyncController.setStatus";
import start from "@salesforce/apex/StripeSyncController.start";
import StripeSyncRuns from "c/stripeSyncRuns";

jest.mock(
  "@salesforce/apex/StripeSyncController.overview",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripeSyncController.start",
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
const wired = overview as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
};
const starting = start as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const TYPES = [
  { name: "invoices", label: "Stripe Invoices" },
  { name: "refunds", label: "Stripe Refunds" },
];
const RUNS = [
  {
    recordId: "r2",
    name: "SR-2",
    kind: "Range",
    types: "",
    isDry: false,
    status: "Running",
    progress: 40,
    current: "Stripe Invoices",
    startedAt: "2026-11-30T10:00:00Z",
  },
  {
    recordId: "r1",
    name: "SR-1",
    kind: "Live",
    types: "",
    isDry: true,
    status: "Paused",
    message: "Stripe was busy.",
  },
];

function shown(): HTMLElement & { shadowRoot: ShadowRoot } {
  const element = createElement("c-stripe-sync-runs", { is: StripeSyncRuns as never });
  document.body.append(element);
  return element as never;
}
const find = (root: ShadowRoot, selector: string) =>
  root.querySelector<HTMLElement & Record<string, unknown>>(selector)!;
const enter = (root: ShadowRoot, selector: string, value: string) =>
  find(root, selector).dispatchEvent(new CustomEvent("change", { detail: { value } }));

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
  jest.useRealTimers();
});

test("says that it loads, why Salesforce refuses, and that there is none", async () => {
  const element = shown();
  await settled();
  expect(find(element.shadowRoot, "lightning-spinner")).not.toBeNull();
  await expect(element).toBeAccessible();
  wired.error({ message: "You may not see sync runs." }, 500);
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toContain("You may not see");
  await expect(element).toBeAccessible();
  wired.emit({ mayBegin: false, types: TYPES, runs: [] });
  await settled();
  expect(element.shadowRoot.textContent).toContain("c.Stripe_Runs_None");
  expect(find(element.shadowRoot, ".begin")).toBeNull();
  await expect(element).toBeAccessible();
});

test("begins a comparison of what was chosen, and says what a run that mends does", async () => {
  const element = shown();
  wired.emit({ mayBegin: true, types: TYPES, runs: [] });
  await settled();
  find(element.shadowRoot, "[data-name=invoices]").dispatchEvent(new CustomEvent("change"));
  find(element.shadowRoot, "[data-name=refunds]").dispatchEvent(new CustomEvent("change"));
  await settled();
  find(element.shadowRoot, "[data-name=refunds]").dispatchEvent(new CustomEvent("change"));
  enter(element.shadowRoot, ".since", "2026-03-01");
  enter(element.shadowRoot, ".until", "2026-03-31");
  enter(element.shadowRoot, ".until", "");
  await settled();
  expect(find(element.shadowRoot, ".wet")).toBeNull();
  find(element.shadowRoot, ".begin").click();
  await settled();
  expect(starting).toHaveBeenCalledWith({
    plan: {
      types: ["invoices"],
      since: "2026-03-01",
      until: null,
      isDry: true,
      accountKey: "",
    },
  });
  expect(refreshApex).toHaveBeenCalled();
  const dry = element.shadowRoot.querySelector<HTMLInputElement>(".dry")!;
  dry.checked = false;
  dry.dispatchEvent(new CustomEvent("change"));
  await settled();
  expect(find(element.shadowRoot, ".wet").textContent).toBe("c.Stripe_Runs_Wet_Warning");
  await expect(element).toBeAccessible();
});

test.each([".since", ".until"])("begins nothing while %s is no date", async (selector) => {
  const element = shown();
  const root = element.shadowRoot;
  wired.emit({ mayBegin: true, types: TYPES, runs: [] });
  await settled();
  Object.assign(find(root, selector), { validity: { valid: false } });
  find(root, selector).dispatchEvent(new CustomEvent("change", { detail: { value: null } }));
  await settled();
  expect(find(root, ".begin")["disabled"]).toBe(true);
  Object.assign(find(root, selector), { validity: { valid: true } });
  enter(root, selector, "2026-03-01");
  await settled();
  expect(find(root, ".begin")["disabled"]).toBe(false);
});

test("begins a run over the account that is chosen, where there are several", async () => {
  const element = shown();
  const accounts = [
    { key: "acct_home·test", label: "test mode of acct_home" },
    { key: "acct_second·test", label: "test mode of acct_second" },
  ];
  wired.emit({ mayBegin: true, types: TYPES, runs: [], accounts: accounts.slice(0, 1) });
  await settled();
  expect(find(element.shadowRoot, ".account")).toBeNull();
  wired.emit({
    mayBegin: true,
    types: TYPES,
    runs: [{ ...RUNS[0], account: "test mode of acct_second" }],
    accounts,
  });
  await settled();
  expect(element.shadowRoot.querySelector("tbody")!.textContent).toContain("acct_second");
  const select = element.shadowRoot.querySelector<HTMLSelectElement>("select.account")!;
  await expect(element).toBeAccessible();

  select.value = "acct_second·test";
  select.dispatchEvent(new CustomEvent("change"));
  find(element.shadowRoot, ".begin").click();
  await settled();
  expect(starting).toHaveBeenCalledWith({
    plan: expect.objectContaining({ accountKey: "acct_second·test" }),
  });
});

test("says why a run is not begun", async () => {
  const element = shown();
  wired.emit({ mayBegin: true, types: TYPES, runs: [] });
  await settled();
  starting.mockRejectedValueOnce({ body: { message: "SR-1 is still running." } });
  find(element.shadowRoot, ".begin").click();
  await settled();
  expect(find(element.shadowRoot, "[role=alert]").textContent).toBe("SR-1 is still running.");
});

test("shows each run, opens one, and pauses, takes up or stops it", async () => {
  const element = shown();
  wired.emit({ mayBegin: true, types: TYPES, runs: RUNS });
  await settled();
  expect(find(element.shadowRoot, "[role=progressbar]").getAttribute("aria-valuenow")).toBe("40");
  expect(element.shadowRoot.textContent).toContain("Stripe was busy.");
  await expect(element).toBeAccessible();
  find(element.shadowRoot, ".open").click();
  expect(navigated).toHaveBeenCalledWith(
    expect.objectContaining({ attributes: { recordId: "r2", actionName: "view" } }),
  );
  for (const [button, runId, status] of [
    [".pause", "r2", "Paused"],
    [".resume", "r1", "Queued"],
    [".stop", "r2", "Stopped"],
  ] as const) {
    find(element.shadowRoot, button).click();
    await settled();
    expect(setStatus).toHaveBeenLastCalledWith({ runId, status });
  }
});

test("asks again while a run works", async () => {
  jest.useFakeTimers();
  shown();
  wired.emit({ mayBegin: true, types: TYPES, runs: RUNS });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(refreshApex).toHaveBeenCalledTimes(1);
  wired.emit({ mayBegin: true, types: TYPES, runs: [RUNS[1]] });
  await jest.advanceTimersByTimeAsync(60_000);
  expect((refreshApex as jest.Mock).mock.calls.length).toBeLessThan(4);
});

test("asks again after a failure, until it is refused for good", async () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "Salesforce is away." }, 503);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(jest.getTimerCount()).toBe(1);
  wired.error({ message: "You may not see sync runs." }, 500);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(jest.getTimerCount()).toBe(0);
});

test("does not ask again when it is refused for good at once", () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "You do not have access to the Apex class named 'X'." }, 403);
  expect(jest.getTimerCount()).toBe(0);
});

test("says nothing of what is not known, and takes a day away again", async () => {
  const element = shown();
  const root = element.shadowRoot;
  wired.emit({ mayBegin: true, types: [{ name: "invoices" }], runs: [{ status: "Parked" }] });
  await settled();
  expect(find(root, "[data-name=invoices]").closest("label")!.textContent).toBe("invoices");
  expect(root.textContent).toContain("Parked");
  expect(root.textContent).not.toMatch(/undefined|null|NaN/);
  expect(find(root, ".pause, .resume, .stop")).toBeNull();
  await expect(element).toBeAccessible();
  enter(root, ".since", "2026-03-01");
  enter(root, ".since", "");
  enter(root, ".until", "2026-03-31");
  await settled();
  find(root, ".begin").click();
  await settled();
  expect(starting).toHaveBeenCalledWith({
    plan: { types: [], since: null, until: "2026-03-31", isDry: true, accountKey: "" },
  });
  wired.emit({});
  await settled();
  expect(root.textContent).toContain("c.Stripe_Runs_None");
});

test("asks no more once it is taken off the page", () => {
  jest.useFakeTimers();
  shown();
  wired.error({ message: "Salesforce is away." }, 503);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  document.body.replaceChildren();
  expect(jest.getTimerCount()).toBe(0);
});

test("a type of which nothing is known is chosen by no name", async () => {
  const element = shown();
  wired.emit({ mayBegin: true, types: [{ label: "Later" }], runs: [] });
  await settled();
  expect(element.shadowRoot.textContent).toContain("Later");
  wired.emit({ mayBegin: true });
  await settled();
  expect(element.shadowRoot.textContent).not.toContain("Later");
  await expect(element).toBeAccessible();
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const element = shown();
  wired.emit({ mayBegin: true, types: TYPES, runs: [] });
  await settled();
  starting.mockClear();
  starting.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = element.shadowRoot.querySelector<HTMLElement & { disabled?: boolean }>(
      ".begin",
    )!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(starting).toHaveBeenCalledTimes(1);
});

test("who was on what goes is brought to what became of it", async () => {
  const focus = jest.spyOn(HTMLElement.prototype, "focus");
  const element = shown();
  wired.emit({ mayBegin: true, types: TYPES, runs: RUNS });
  await settled();
  const pressed = element.shadowRoot.querySelector<HTMLElement>(".pause")!;
  pressed.dispatchEvent(new CustomEvent("focusin", { bubbles: true }));
  wired.emit({
    mayBegin: true,
    types: TYPES,
    runs: RUNS.map((run) => ({ ...run, status: "Done" })),
  });
  await settled();
  await settled();
  expect((focus.mock.contexts.at(-1) as HTMLElement).className).toMatch(/\bopen\b/);
});
