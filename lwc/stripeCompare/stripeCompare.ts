import { LightningElement, api } from "lwc";
import compare, { type Difference } from "@salesforce/apex/StripeComparisonController.compare";
import repair from "@salesforce/apex/StripeComparisonController.repair";
import repairOf from "@salesforce/apex/StripeComparisonController.repairOf";
import { NavigationMixin } from "lightning/navigation";
import { RefreshEvent } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import { filled } from "c/stripeFilled";
import { focusAfter } from "c/stripeFocus";
import { follow } from "c/stripeFollow";
import { failureOf, type Failure } from "c/stripeRefusal";
import { labels } from "./labels";

type View =
  | { readonly kind: "idle" }
  | { readonly kind: "comparing" }
  | Failure
  | {
      readonly kind: "compared";
      readonly differences: readonly Difference[];
      readonly mayRepair: boolean;
    }
  | { readonly kind: "repairing"; readonly runId: string }
  | { readonly kind: "repaired"; readonly runId: string; readonly sentence: string };

const ACCEPTED = "Accepted";

/** Whether a record is as its object in Stripe, and to have it mended. */
export default class StripeCompare extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  readonly labels = labels;
  view: View = { kind: "idle" };
  private readonly focus = focusAfter(() => [".open-run", ".compare", ".slds-card__header-title"]);
  private stopFollowing: (() => void) | undefined;

  override renderedCallback(): void {
    if (!this.isBusy) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    this.stopFollowing?.();
    this.stopFollowing = undefined;
  }

  get isBusy(): boolean {
    return this.view.kind === "comparing" || this.view.kind === "repairing";
  }
  get busyText(): string {
    return this.view.kind === "repairing" ? labels.repairing : labels.comparing;
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get differences(): readonly Difference[] {
    return this.view.kind === "compared" ? this.view.differences : [];
  }
  get hasDifferences(): boolean {
    return this.differences.length > 0;
  }
  get said(): string | null {
    if (this.view.kind === "repaired") return this.view.sentence;
    if (this.view.kind !== "compared") return null;
    return this.hasDifferences ? filled(labels.differs, this.differences.length) : labels.equal;
  }
  get canRepair(): boolean {
    return (
      this.view.kind === "compared" &&
      this.view.mayRepair &&
      this.differences.some(({ state }) => state !== ACCEPTED)
    );
  }
  get isRepaired(): boolean {
    return this.view.kind === "repaired";
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  async compare(): Promise<void> {
    if (this.isBusy) return;
    this.view = { kind: "comparing" };
    try {
      const { differences, mayRepair } = await compare({ recordId: this.recordId });
      this.view = {
        kind: "compared",
        differences: differences ?? [],
        mayRepair: mayRepair === true,
      };
    } catch (error) {
      this.view = failureOf(error);
    }
  }

  async repair(): Promise<void> {
    if (this.isBusy) return;
    this.view = { kind: "comparing" };
    try {
      const runId = await repair({ recordId: this.recordId });
      this.view = { kind: "repairing", runId };
      this.stopFollowing = follow(async () => this.look(runId));
    } catch (error) {
      this.view = failureOf(error);
    }
  }

  openRun(): void {
    if (this.view.kind !== "repaired") return;
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: this.view.runId, actionName: "view" },
    });
  }

  /** @returns whether the run still works */
  private async look(runId: string): Promise<boolean> {
    try {
      return await this.lookAt(runId);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure.isForGood) return true;
      this.view = failure;
      return false;
    }
  }
  private async lookAt(runId: string): Promise<boolean> {
    const { isOver, repaired, message } = await repairOf({ runId });
    if (isOver !== true) return true;
    const isMended = (repaired ?? 0) > 0 || !message;
    this.view = {
      kind: "repaired",
      runId,
      sentence: isMended
        ? filled(labels.repaired, repaired ?? 0)
        : filled(labels.notRepaired, message),
    };
    await notifyRecordUpdateAvailable([{ recordId: this.recordId ?? "" }]);
    this.dispatchEvent(new RefreshEvent());
    return false;
  }
}
