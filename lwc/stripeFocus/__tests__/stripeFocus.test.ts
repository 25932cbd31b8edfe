import { focusAfter, pagerAfter, type Focus } from "c/stripeFocus";

interface Drawn {
  readonly focus: Focus;
  readonly root: ShadowRoot;
  readonly button: (name: string) => HTMLButtonElement;
}

/** A component that says what became of `pay` at `said`, else at `first`. */
function drawn(): Drawn {
  const host = document.body.appendChild(document.createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML =
    '<button class="pay"></button><button class="first"></button><button class="said" disabled></button>';
  const focus = focusAfter((pressed) => (pressed.className === "pay" ? [".said", ".first"] : []));
  for (const type of ["focusin", "focusout"])
    root.addEventListener(type, (event) => focus.moved(event as FocusEvent));
  return {
    focus,
    root,
    button: (name) => root.querySelector<HTMLButtonElement>(`.${name}`)!,
  };
}

afterEach(() => {
  document.body.innerHTML = "";
});

test("nobody is moved as long as what they are on can be pressed", () => {
  const { focus, root, button } = drawn();
  button("pay").focus();
  button("said").disabled = false;
  focus.settle(root);
  expect(root.activeElement).toBe(button("pay"));
});

test.each([
  ["goes", (pay: HTMLButtonElement) => pay.remove()],
  ["is disabled", (pay: HTMLButtonElement) => (pay.disabled = true)],
])("when it %s, the keyboard is at the first place that can be pressed", (_, happens) => {
  const { focus, root, button } = drawn();
  button("pay").focus();
  happens(button("pay"));
  focus.settle(root);
  expect(root.activeElement).toBe(button("first"));
});

test("it waits until what it goes to is drawn", async () => {
  const { focus, root, button } = drawn();
  button("pay").focus();
  button("pay").remove();
  await Promise.resolve();
  button("said").disabled = false;
  focus.settle(root);
  expect(root.activeElement).toBe(button("said"));
});

test("who went elsewhere in the component or on the page is left there", async () => {
  const { focus, root, button } = drawn();
  button("pay").focus();
  button("first").focus();
  button("pay").remove();
  focus.settle(root);
  expect(root.activeElement).toBe(button("first"));

  const other = document.body.appendChild(document.createElement("button"));
  other.focus();
  await Promise.resolve();
  button("first").remove();
  focus.settle(root);
  expect(document.activeElement).toBe(other);
});

test("who left it before it went is not brought back", async () => {
  const { focus, root, button } = drawn();
  button("pay").focus();
  button("pay").blur();
  await Promise.resolve();
  button("pay").remove();
  focus.settle(root);
  expect(document.activeElement).toBe(document.body);
});

test("it stays where it is when there is no place to go", () => {
  const { focus, root, button } = drawn();
  button("first").focus();
  button("first").remove();
  focus.settle(root);
  focus.settle(null);
  expect(document.activeElement).toBe(document.body);
});

test.each([
  ["older slds-m-left_x-small", [".older", ".newer"]],
  ["newer", [".newer", ".older"]],
  ["toggle", []],
])("after %s comes %j", (className, places) => {
  expect(pagerAfter(className)).toEqual(places);
});
