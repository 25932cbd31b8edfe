import { createElement } from "lwc";
import { refreshApex } from "@salesforce/apex";
import choose from "@salesforce/apex/StripePreferenceController.choose";
import state from "@salesforce/apex/StripePreferenceController.state";
import StripePreferences from "c/stripePreferences";

jest.mock(
  "@salesforce/apex/StripePreferenceController.state",
  () => {
    const { createApexTestWireAdapter } = require("@salesforce/sfdx-lwc-jest");
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  "@salesforce/apex/StripePreferenceController.choose",
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock("@salesforce/apex", () => ({ refreshApex: jest.fn() }), { virtual: true });

const wired = state as unknown as {
  emit(data: object): void;
  error(body: object, status?: number): void;
};
const chosen = choose as unknown as jest.Mock;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const TOLD = {
  kinds: [
    { value: "payment_failed", label: "Payment failed" },
    { value: "trial_ending", label: "Trial ending" },
  ],
  wanted: ["payment_failed", "trial_ending"],
  rings: true,
  isEmailed: false,
  isTask: true,
};

async function shown(data?: object): Promise<ShadowRoot> {
  const element = createElement("c-stripe-preferences", { is: StripePreferences as never });
  document.body.append(element);
  if (data !== undefined) wired.emit(data);
  await settled();
  await expect(element).toBeAccessible();
  return element.shadowRoot!;
}

type Group = HTMLElement & { options: unknown; value: readonly string[] };
function group(root: ShadowRoot, name: "ways" | "kinds"): Group {
  return root.querySelector<Group>(`lightning-checkbox-group.${name}`)!;
}
async function check(each: Group, value: readonly string[]): Promise<void> {
  each.dispatchEvent(new CustomEvent("change", { detail: { value } }));
  await settled();
}
async function save(root: ShadowRoot): Promise<void> {
  root.querySelector<HTMLElement>(".save")!.click();
  await settled();
  await settled();
}

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

test("says that it loads until Salesforce answers", async () => {
  const root = await shown();
  expect(root.querySelector("lightning-spinner")).not.toBeNull();
});

test("shows what the person is told of, and how", async () => {
  const root = await shown(TOLD);
  expect(group(root, "kinds").options).toEqual(TOLD.kinds);
  expect(group(root, "kinds").value).toEqual(TOLD.wanted);
  expect(group(root, "ways").value).toEqual(["rings", "isTask"]);
  expect(root.querySelector(".nothing")).toBeNull();
});

test("saves what is chosen instead, and says so until something else is chosen", async () => {
  chosen.mockResolvedValue(undefined);
  const root = await shown(TOLD);
  await check(group(root, "kinds"), ["payment_failed"]);
  await check(group(root, "ways"), ["isEmailed"]);
  await save(root);

  expect(chosen).toHaveBeenCalledWith({
    wanted: ["payment_failed"],
    rings: false,
    isEmailed: true,
    isTask: false,
  });
  expect(refreshApex).toHaveBeenCalledTimes(1);
  expect(root.querySelector("[role=status]")?.textContent).toBe("c.Stripe_Told_Saved");

  await check(group(root, "ways"), []);
  expect(root.querySelector(".saved")).toBeNull();
});

test("says that nothing is told once all kinds or all ways are left out", async () => {
  const root = await shown(TOLD);
  await check(group(root, "kinds"), []);
  expect(root.querySelector(".nothing")?.textContent).toBe("c.Stripe_Told_Nobody");
  await check(group(root, "kinds"), ["trial_ending"]);
  expect(root.querySelector(".nothing")).toBeNull();
  await check(group(root, "ways"), []);
  expect(root.querySelector(".nothing")).not.toBeNull();
  await expect(root.host).toBeAccessible();
});

test("keeps what was chosen when it is refused, and says why", async () => {
  chosen.mockRejectedValue({ status: 500, body: { message: "There is no such kind of alert." } });
  const root = await shown(TOLD);
  await check(group(root, "kinds"), ["trial_ending"]);
  await save(root);

  expect(root.querySelector("[role=alert]")?.textContent).toBe("There is no such kind of alert.");
  expect(group(root, "kinds").value).toEqual(["trial_ending"]);
  expect(root.querySelector(".saved")).toBeNull();
  await expect(root.host).toBeAccessible();
});

test("says in words that the person may not, and asks again when told to", async () => {
  const root = await shown();
  wired.error({ message: "You may not see alerts." }, 500);
  await settled();

  expect(root.querySelector("[role=alert] .problem")?.textContent).toBe("You may not see alerts.");
  await expect(root.host).toBeAccessible();
  root.querySelector<HTMLElement>(".again")!.click();
  expect(refreshApex).toHaveBeenCalledTimes(1);
});

test("an answer that names no kinds tells of nothing", async () => {
  const root = await shown({});
  expect(group(root, "kinds").options).toEqual([]);
  expect(group(root, "ways").value).toEqual([]);
  expect(root.querySelector(".nothing")).not.toBeNull();
  wired.emit({ kinds: [{}] });
  await settled();
  expect(group(root, "kinds").options).toEqual([{ value: "", label: "" }]);
});

test("what is pressed again before there is an answer is sent once, and leaves the keyboard where it is", async () => {
  const root = await shown(TOLD);
  await settled();
  chosen.mockClear();
  chosen.mockReturnValueOnce(new Promise(() => undefined));
  for (let times = 0; times < 2; times += 1) {
    const button = root.querySelector<HTMLElement & { disabled?: boolean }>(".save")!;
    expect(button.disabled ?? false).toBe(false);
    button.click();
    await settled();
  }
  expect(chosen).toHaveBeenCalledTimes(1);
});
