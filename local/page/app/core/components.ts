/** The project's Lightning web components, by name. */
import { components } from "page/registry";
import type { PageUi } from "../../metadata/types.ts";

/** What a flexipage calls `stripeRevenue` or `c:stripeRevenue`. */
export function nameOfComponent(component: string): string | null {
  const name = component.replace(/^c:/, "");
  return components[name] === undefined ? null : name;
}

/** Fetched once, however often it is asked for. @returns undefined: the project has none of this name */
export function fetchComponent(name: string): Promise<{ readonly default: unknown }> | undefined {
  return components[name]?.();
}

/** Fetches what a page will show while its record is still being read. */
export function fetchAhead(page: PageUi | null): void {
  for (const item of Object.values(page?.regions ?? {}).flat()) {
    if (item.kind !== "component") continue;
    // What cannot be fetched is told in its place, when it is shown.
    void fetchComponent(nameOfComponent(item.component) ?? "")?.catch(() => undefined);
  }
}
