/** Addresses, as Lightning Experience spells them, so that links from documentation and people's bookmarks work here too. */
export type Route =
  | { readonly kind: "home" }
  | { readonly kind: "record"; readonly object: string; readonly id: string }
  | { readonly kind: "list"; readonly object: string; readonly filter: string | null }
  | { readonly kind: "tab"; readonly name: string }
  | { readonly kind: "unknown"; readonly path: string };

export function routeOf(path: string, search = ""): Route {
  const [, root, area, first, second] = path.split("/").map(decodeURIComponent);
  if (path === "/" || (root === "lightning" && (area === undefined || area === "page")))
    return { kind: "home" };
  if (root === "lightning" && area === "r" && first !== undefined) {
    // `/lightning/r/003…/view` names no object.
    return /^[a-zA-Z0-9]{15,18}$/.test(first) && !/__c$/.test(first)
      ? { kind: "record", object: "", id: first }
      : { kind: "record", object: first, id: second ?? "" };
  }
  if (root === "lightning" && area === "o" && first !== undefined)
    return {
      kind: "list",
      object: first,
      filter: new URLSearchParams(search).get("filterName"),
    };
  if (root === "lightning" && area === "n" && first !== undefined)
    return { kind: "tab", name: first };
  return { kind: "unknown", path };
}

export interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string>>;
}

/** null: a place this page does not have. Source: LWC Developer Guide, "PageReference Types". */
export function addressOf({ type, attributes = {}, state = {} }: PageReference): string | null {
  const query = new URLSearchParams(state).toString();
  const tail = query === "" ? "" : `?${query}`;
  switch (type) {
    case "standard__recordPage":
      return attributes["objectApiName"] === undefined
        ? `/lightning/r/${attributes["recordId"] ?? ""}/view${tail}`
        : `/lightning/r/${attributes["objectApiName"]}/${attributes["recordId"] ?? ""}/view${tail}`;
    case "standard__objectPage":
      return `/lightning/o/${attributes["objectApiName"] ?? ""}/list${tail}`;
    case "standard__navItemPage":
      return `/lightning/n/${attributes["apiName"] ?? ""}${tail}`;
    case "standard__namedPage":
      return attributes["pageName"] === "home" ? "/lightning/page/home" : null;
    case "standard__webPage":
      return attributes["url"] ?? null;
    default:
      return null;
  }
}

/** Told of every change of place. */
export const places = new EventTarget();

export function go(address: string): void {
  if (/^https?:/.test(address)) {
    window.open(address, "_blank", "noopener");
    return;
  }
  window.history.pushState(null, "", address);
  places.dispatchEvent(new Event("change"));
}

window.addEventListener("popstate", () => places.dispatchEvent(new Event("change")));
