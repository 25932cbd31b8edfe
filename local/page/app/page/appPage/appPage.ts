import { LightningElement, api } from "lwc";
import type { PageUi } from "../../../metadata/types.ts";

/** A Lightning page without a record: home, or a tab of its own. */
export default class AppPage extends LightningElement {
  @api page: PageUi | undefined;

  override renderedCallback(): void {
    document.title = this.heading;
  }

  get heading(): string {
    return this.page?.label ?? "";
  }
  get regions(): readonly { readonly name: string; readonly className: string }[] {
    const regions = Object.entries(this.page?.regions ?? {});
    const facets = new Set(
      regions.flatMap(([, items]) =>
        items.flatMap((item) => (item.kind === "component" ? Object.values(item.properties) : [])),
      ),
    );
    return regions
      .filter(([name, items]) => !facets.has(name) && items.length > 0)
      .map(([name]) => ({ name, className: `slds-col slds-size_1-of-1 ${widthOf(name)}` }));
  }
}

/** Beside each other on a wide screen: `bottomLeft` and `bottomRight` in halves, a sidebar as a third. */
function widthOf(region: string): string {
  if (/^bottom(left|right)$/i.test(region)) return "slds-large-size_6-of-12";
  if (/side|right/i.test(region)) return "slds-large-size_4-of-12";
  return /bottom|top|header|^main$/i.test(region) ? "" : "slds-large-size_8-of-12";
}
