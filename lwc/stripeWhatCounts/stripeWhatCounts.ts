import { LightningElement, wire } from "lwc";
import whatCounts from "@salesforce/apex/StripeWhatCountsController.whatCounts";
import label from "@salesforce/label/c.Stripe_What_Counts";
import { filled } from "c/stripeFilled";

/** What is counted as MRR, beside the figure; nothing for whoever may not see it. */
export default class StripeWhatCounts extends LightningElement {
  sentence: string | null = null;

  @wire(whatCounts, {} as const)
  receive({ data }: { readonly data?: string | null | undefined }): void {
    this.sentence = data === undefined || data === null ? null : filled(label, data);
  }
}
