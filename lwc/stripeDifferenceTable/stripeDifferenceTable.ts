import { LightningElement, api } from "lwc";
import type { Difference } from "@salesforce/apex/StripeSyncController.differences";
import { NavigationMixin } from "lightning/navigation";
import { rowOf, type Row } from "./row";
import { labels } from "./labels";

/**
 * Differences field by field: what Salesforce has, what Stripe says.
 * @fires choose detail: the Id of the difference whose box was ticked, or not any more
 */
export default class StripeDifferenceTable extends NavigationMixin(LightningElement) {
  @api differences: readonly Difference[] = [];
  /** Ids of those that are ticked. */
  @api chosen: readonly string[] = [];
  @api canChoose = false;

  readonly labels = labels;

  get rows(): readonly Row[] {
    const chosen = new Set(this.chosen);
    return this.differences.map((each, index) => rowOf(each, index, chosen, this.canChoose));
  }

  choose({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: currentTarget.dataset["id"] }));
  }
  open({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): void {
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: currentTarget.dataset["target"] ?? "", actionName: "view" },
    });
  }
}
