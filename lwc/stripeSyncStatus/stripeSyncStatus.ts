import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import send from "@salesforce/apex/StripeSyncStatusController.send";
import state, { type State } from "@salesforce/apex/StripeSyncStatusController.state";
import timeZone from "@salesforce/i18n/timeZone";
import { NavigationMixin } from "lightning/navigation";
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import { focusAfter } from "c/stripeFocus";
import { following } from "c/stripeFollow";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { labels } from "./labels";

type View =
  { readonly kind: "loading" } | Failure | { readonly kind: "ready"; readonly state: State };

/** Where a contact stands with Stripe: in words, with the remedy of what went wrong. */
export default class StripeSyncStatus extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  readonly labels = labels;
  readonly timeZone = timeZone;
  view: View = { kind: "loading" };
  isSending = false;
  /** What the last request of the person was refused with. */
  refusal: string | null = null;

  private provisioned: Provisioned<State> | undefined;
  private readonly following = following(
    async () => this.refresh(),
    () => this.isWaiting,
  );
  private readonly focus = focusAfter(() => [".open", ".slds-card__header-title"]);
  private registration: unknown;

  @wire(state, { contactId: "$recordId" } as const)
  receive(provisioned: Provisioned<State>): void {
    this.provisioned = provisioned;
    if (provisioned.data !== undefined) {
      this.view = { kind: "ready", state: provisioned.data };
    } else if (provisioned.error !== undefined) {
      this.view = failureOf(provisioned.error);
    }
    if (this.isWaiting) this.following.begin();
  }

  override connectedCallback(): void {
    this.registration = registerRefreshHandler(this, async () => {
      await this.look();
      return true;
    });
  }
  override renderedCallback(): void {
    if (!this.isLoading && !this.isSending) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.registration);
    this.following.end();
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get isUnderWay(): boolean {
    return this.state?.status === "Pending";
  }
  get isFailed(): boolean {
    return this.state?.status === "Failed";
  }
  get headline(): string {
    switch (this.state?.status) {
      case "Completed":
        return labels.isCustomer;
      case "Pending":
        return labels.isBeingSent;
      case "Failed":
        return labels.couldNotBeSent;
      default:
        return this.state?.hasEmail === true ? labels.isNotCustomer : labels.needsEmail;
    }
  }
  get icon(): string {
    switch (this.state?.status) {
      case "Completed":
        return "utility:success";
      case "Pending":
        return "utility:clock";
      case "Failed":
        return "utility:error";
      default:
        return "utility:info";
    }
  }
  get iconVariant(): string {
    switch (this.state?.status) {
      case "Completed":
        return "success";
      case "Failed":
        return "error";
      default:
        return "";
    }
  }
  get since(): string | null {
    return this.state?.syncedAt ?? null;
  }
  get error(): string | null {
    return this.isFailed ? (this.state?.problem ?? null) : null;
  }
  get customerId(): string | null {
    return this.state?.customerId ?? null;
  }
  get maySend(): boolean {
    const { status, hasEmail, mayEdit } = this.state ?? {};
    return mayEdit === true && hasEmail === true && status !== "Completed" && status !== "Pending";
  }
  get sendLabel(): string {
    return this.isFailed ? labels.tryAgain : labels.makeCustomer;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  async lookAgain(): Promise<void> {
    await this.look();
  }

  async send(): Promise<void> {
    if (this.recordId === undefined || this.isSending) return;
    this.isSending = true;
    this.refusal = null;
    try {
      await send({ contactId: this.recordId });
      await this.refresh();
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isSending = false;
    }
  }

  openCustomer(): void {
    if (this.customerId === null) return;
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: {
        recordId: this.customerId,
        objectApiName: "Stripe_Customer__c",
        actionName: "view",
      },
    });
  }

  private get state(): State | null {
    return this.view.kind === "ready" ? this.view.state : null;
  }
  /** A failure that may pass is asked again too. */
  private get isWaiting(): boolean {
    return this.isUnderWay || (this.view.kind === "failed" && !this.view.isForGood);
  }

  private async look(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }
  private async refresh(): Promise<void> {
    await this.look();
    if (this.recordId !== undefined)
      await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }
}
