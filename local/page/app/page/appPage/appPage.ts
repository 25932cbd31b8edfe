import { LightningElement, api } from "lwc";
import type { PageUi } from "../../../metadata/types.ts";

/** A Lightning page without a record: home, or a tab of its own. */
export default class AppPage extends LightningElement {
  @api page: PageUi | undefined;

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
      .filter(([name]) => !facets.has(name))
      .map(([name]) => ({
        name,
        className: /side|right/i.test(name)
          ? "slds-col slds-size_1-of-1 slds-large-size_4-of-12"
          : /bottom|top|header/i.test(name) || regions.length === 1
            ? "slds-col slds-size_1-of-1"
            : "slds-col slds-size_1-of-1 slds-large-size_8-of-12",
      }));
  }
}
