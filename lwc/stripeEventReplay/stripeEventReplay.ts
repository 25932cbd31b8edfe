import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import event, { type Event } from "@salesforce/apex/StripeIntegrationController.event";
import readAgain from "@salesforce/apex/StripeIntegrationController.readAgain";
import replay from "@salesforce/apex/StripeIntegrationController.replay";
import mayReplay from "@salesforce/customPermission/Stripe_Replay_Events";
import { RefreshEvent } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import { filled } from "c/stripeFilled";
import { focusAfter } from "c/stripeFocus";
import { following } from "c/stripeFollow";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { labels } from "./labels";

type View =
  | { readonly kind: "loading" }
  | Failure
  | { readonly kind: "gone" }
  | { readonly kind: "ready"; readonly event: Event };

interface Look {
  readonly text: string;
  readonly icon: string;
  readonly variant: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  Processed: { text: labels.processed, icon: "utility:success", variant: "success" },
  Duplicate: { text: labels.duplicate, icon: "utility:info", variant: "" },
  Stale: { text: labels.stale, icon: "utility:info", variant: "" },
  Ignored: { text: labels.ignored, icon: "utility:info", variant: "" },
  Failed: { text: labels.failed, icon: "utility:error", variant: "error" },
  Waiting: { text: labels.waiting, icon: "utility:clock", variant: "warning" },
};
/** Those whose effect is still missing. */
const OPEN: ReadonlySet<string> = new Set(["Failed", "Waiting"]);

/** What became of one event, in a sentence, and how it is applied after all. */
export default class StripeEventReplay extends LightningElement {
  @api recordId: string | undefined;

  readonly labels = labels;
  view: View = { kind: "loading" };
  isBusy = false;
  refusal: string | null = null;
  announcement = "";

  private provisioned: Provisioned<Event> | undefined;
  private readonly focus = focusAfter(() => [".slds-card__header-title"]);
  /** A failure is asked again until Salesforce answers, or refuses for good. */
  private readonly following = following(
    async () => this.refresh(),
    () => this.isFailedForNow,
  );

  @wire(event, { recordId: "$recordId" } as const)
  receive(provisioned: Provisioned<Event>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (error !== undefined) {
      this.view = failureOf(error);
      if (this.isFailedForNow) this.following.begin();
    } else if (data !== undefined) {
      // An event that is gone is null, which the generated type does not say.
      const found = data as Event | null;
      this.view = found === null ? { kind: "gone" } : { kind: "ready", event: found };
    }
  }

  override renderedCallback(): void {
    if (!this.isLoading && !this.isBusy) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    this.following.end();
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get isGone(): boolean {
    return this.view.kind === "gone";
  }
  get headline(): string {
    return this.look?.text ?? this.event?.status ?? "";
  }
  get icon(): string {
    return this.look?.icon ?? "utility:info";
  }
  get iconVariant(): string {
    return this.look?.variant ?? "";
  }
  get reason(): string | null {
    return this.event?.problem ?? null;
  }
  get attempts(): string {
    return `${labels.attempts}: ${this.event?.attempts ?? 0}`;
  }
  get canReplay(): boolean {
    return mayReplay === true && OPEN.has(this.event?.status ?? "");
  }
  get canRead(): boolean {
    return mayReplay === true && (this.event?.objectId ?? "") !== "";
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  async replay(): Promise<void> {
    const { recordId } = this;
    if (recordId === undefined) return;
    await this.act(async () => {
      await replay({ recordIds: [recordId] });
      await this.refresh();
      this.announcement = this.headline;
    });
  }

  async readAgain(): Promise<void> {
    const stripeId = this.event?.objectId ?? "";
    await this.act(async () => {
      await readAgain({ stripeId });
      this.announcement = filled(labels.reading, stripeId);
    });
  }

  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  private get event(): Event | null {
    return this.view.kind === "ready" ? this.view.event : null;
  }
  private get isFailedForNow(): boolean {
    return this.view.kind === "failed" && !this.view.isForGood;
  }
  private get look(): Look | undefined {
    return LOOKS[this.event?.status ?? ""];
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    this.announcement = "";
    try {
      await work();
      if (this.recordId !== undefined)
        await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
