/** `lightning/navigation`. Source: LWC Developer Guide, "Navigate to Pages". */
import { addressOf, go, places, routeOf, type PageReference } from "../../core/router";
import { signal } from "../../core/signals";

type Constructor = new (...parameters: never[]) => object;

const Navigate = Symbol("Navigate");
const GenerateUrl = Symbol("GenerateUrl");

function navigate(target: PageReference): void {
  if (target.type === "standard__quickAction") {
    compose(target);
    return;
  }
  const address = addressOf(target);
  if (address === null)
    signal("toast", {
      title: "Salesforce opens a page here that this one does not have.",
      message: target.type,
      variant: "info",
    });
  else go(address);
}

/** `Global.SendEmail`: the composer, filled in. */
function compose({ attributes, state }: PageReference): void {
  if (attributes?.["apiName"] !== "Global.SendEmail") {
    signal("toast", {
      title: "Salesforce runs this action.",
      message: attributes?.["apiName"] ?? "",
      variant: "info",
    });
    return;
  }
  const values = new URLSearchParams(state?.["defaultFieldValues"] ?? "");
  signal("compose", {
    recordId: state?.["recordId"] ?? "",
    to: values.get("ToAddress") ?? values.get("ToIds") ?? "",
    subject: values.get("Subject") ?? "",
    body: values.get("HtmlBody") ?? "",
  });
}

export function NavigationMixin<Base extends Constructor>(base: Base): Base {
  const mixed = class extends (base as unknown as new (...parameters: unknown[]) => object) {
    [Navigate](target: PageReference): void {
      navigate(target);
    }
    async [GenerateUrl](target: PageReference): Promise<string> {
      return addressOf(target) ?? "#";
    }
  };
  return mixed as unknown as Base;
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** What a wire of the current place gets, and again when it changes. */
export class CurrentPageReference {
  readonly #callback: (reference: PageReference) => void;
  readonly #tell = (): void => this.#callback(here());

  constructor(callback: (reference: PageReference) => void) {
    this.#callback = callback;
  }
  connect(): void {
    places.addEventListener("change", this.#tell);
    this.#tell();
  }
  update(): void {
    this.#tell();
  }
  disconnect(): void {
    places.removeEventListener("change", this.#tell);
  }
}

function here(): PageReference {
  const { pathname, search } = window.location;
  const route = routeOf(pathname, search);
  const state = Object.fromEntries(new URLSearchParams(search));
  switch (route.kind) {
    case "record":
      return {
        type: "standard__recordPage",
        attributes: { recordId: route.id, objectApiName: route.object, actionName: "view" },
        state,
      };
    case "list":
      return {
        type: "standard__objectPage",
        attributes: { objectApiName: route.object, actionName: "list" },
        state,
      };
    case "tab":
      return { type: "standard__navItemPage", attributes: { apiName: route.name }, state };
    default:
      return { type: "standard__namedPage", attributes: { pageName: "home" }, state };
  }
}
