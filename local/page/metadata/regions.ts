/** Where the regions of a record page stand. What a tab or column shows is a region in metadata, too, and stands where its component does. */
import type { PageUi } from "./types.ts";

export interface Regions {
  /** Below each other in the middle: what is no header and no sidebar. */
  readonly middle: readonly string[];
  readonly sides: readonly string[];
}

export function regionsOf({ regions }: PageUi): Regions {
  const facets = new Set(
    Object.values(regions).flatMap((items) =>
      items.flatMap((item) => (item.kind === "component" ? Object.values(item.properties) : [])),
    ),
  );
  const placed = Object.keys(regions).filter((name) => name !== "header" && !facets.has(name));
  const isSide = (name: string): boolean =>
    /^(sidebar|rightsidebar|leftsidebar|subheader)/i.test(name);
  return { middle: placed.filter((name) => !isSide(name)), sides: placed.filter(isSide) };
}
