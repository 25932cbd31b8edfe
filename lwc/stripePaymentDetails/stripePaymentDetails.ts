import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import details, {
  type StripePaymentDetails as Details,
} from "@salesforce/apex/StripePaymentHistoryController.details";
import timeZone from "@salesforce/i18n/timeZone";
import { following } from "c/stripeFollow";
import { failureOf, type Failure } from "c/stripeRefusal";
import { ofAttempt, ofDispute, ofRefund, type Disputed, type Happened } from "./happened";
import { labels } from "./labels";

type View =
  { readonly kind: "loading" } | Failure | { readonly kind: "ready"; readonly details: Details };

/** What happened to one payment: each time the bank was asked, what was given back, and disputes. */
export default class StripePaymentDetails extends LightningElement {
  @api paymentId: string | undefined;

  readonly labels = labels;
  readonly timeZone = timeZone;
  view: View = { kind: "loading" };

  private provisioned: Provisioned<Details> | undefined;
  /** Asks again by itself until Salesforce answers, or refuses for good. */
  private readonly following = following(
    async () => this.refresh(),
    () => this.isFailedForNow,
  );

  @wire(details, { paymentId: "$paymentId" } as const)
  receive(provisioned: Provisioned<Details>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) this.view = { kind: "ready", details: data };
    else if (error !== undefined) {
      this.view = failureOf(error);
      if (this.isFailedForNow) this.following.begin();
    }
  }

  override disconnectedCallback(): void {
    this.following.end();
  }

  /** Asks again what happened since. */
  @api
  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get lists(): readonly { readonly title: string; readonly lines: readonly Happened[] }[] {
    return [
      { title: labels.attempts, lines: (this.details?.attempts ?? []).map(ofAttempt) },
      { title: labels.refunds, lines: (this.details?.refunds ?? []).map(ofRefund) },
    ].filter(({ lines }) => lines.length > 0);
  }
  get disputes(): readonly Disputed[] {
    const now = Date.now();
    return (this.details?.disputes ?? []).map((dispute) => ofDispute(dispute, now));
  }
  get hasDisputes(): boolean {
    return this.disputes.length > 0;
  }
  get isEmpty(): boolean {
    return this.lists.length === 0 && !this.hasDisputes;
  }

  private get details(): Details | null {
    return this.view.kind === "ready" ? this.view.details : null;
  }
  private get isFailedForNow(): boolean {
    return this.view.kind === "failed" && !this.view.isForGood;
  }
}
