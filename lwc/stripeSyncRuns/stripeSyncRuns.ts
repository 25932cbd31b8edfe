import { LightningElement, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import overview, { type Overview } from "@salesforce/apex/StripeSyncController.overview";
import setStatus from "@salesforce/apex/StripeSyncController.setStatus";
import start from "@salesforce/apex/StripeSyncController.start";
import timeZone from "@salesforce/i18n/timeZone";
import { NavigationMixin } from "lightning/navigation";
import { dayOf } from "c/stripeDay";
import { focusAfter } from "c/stripeFocus";
import { following } from "c/stripeFollow";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { labels } from "./labels";
import { rowOf, type Row } from "./row";

type View =
  { readonly kind: "loading" } | Failure | { readonly kind: "ready"; readonly overview: Overview };

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** Begins sync runs, and follows the latest. */
export default class StripeSyncRuns extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly timeZone = timeZone;
  view: View = { kind: "loading" };
  chosen: readonly string[] = [];
  since: string | null = null;
  until: string | null = null;
  /** What stands in the field is no date. */
  isSinceWrong = false;
  isUntilWrong = false;
  isDry = true;
  /** Of the Stripe account and mode; blank for the org's own. */
  accountKey = "";
  isBusy = false;
  refusal: string | null = null;

  private provisioned: Provisioned<Overview> | undefined;
  private readonly following = following(
    async () => this.refresh(),
    () => this.isWaiting,
  );

  private readonly focus = focusAfter(({ dataset }) => [
    `.open[data-id="${dataset["id"] ?? ""}"]`,
    ".slds-card__header-title",
  ]);

  @wire(overview, {} as const)
  receive(provisioned: Provisioned<Overview>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) this.view = { kind: "ready", overview: data };
    else if (error !== undefined) this.view = failureOf(error);
    if (this.isWaiting) this.following.begin();
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
  get mayBegin(): boolean {
    return this.view.kind === "ready" && this.view.overview.mayBegin === true;
  }
  get types(): readonly Choice[] {
    if (this.view.kind !== "ready") return [];
    return (this.view.overview.types ?? []).map(({ name, label }) => ({
      name: name ?? "",
      label: label ?? name ?? "",
      isChosen: this.chosen.includes(name ?? ""),
    }));
  }
  get accounts(): readonly Choice[] {
    if (this.view.kind !== "ready") return [];
    return (this.view.overview.accounts ?? []).map(({ key, label }) => ({
      name: key ?? "",
      label: label ?? key ?? "",
      isChosen: key === this.accountKey,
    }));
  }
  /** With one there is nothing to choose. */
  get hasSeveralAccounts(): boolean {
    return this.accounts.length > 1;
  }
  get rows(): readonly Row[] {
    if (this.view.kind !== "ready") return [];
    const nowMs = Date.now();
    return (this.view.overview.runs ?? []).map((run) => rowOf(run, nowMs, this.mayBegin));
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get isUnderWay(): boolean {
    return this.rows.some(({ isOpen }) => isOpen);
  }
  /** A time that is not understood is not all of time. */
  get isIncomplete(): boolean {
    return this.isSinceWrong || this.isUntilWrong;
  }
  get isWet(): boolean {
    return !this.isDry;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  chooseType({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }): void {
    const name = currentTarget.dataset["name"] ?? "";
    const others = this.chosen.filter((each) => each !== name);
    this.chosen = others.length === this.chosen.length ? [...others, name] : others;
  }
  chooseSince(event: CustomEvent<{ readonly value: string | null }>): void {
    const since = dayOf(event);
    this.isSinceWrong = since === undefined;
    if (since !== undefined) this.since = since;
  }
  chooseUntil(event: CustomEvent<{ readonly value: string | null }>): void {
    const until = dayOf(event);
    this.isUntilWrong = until === undefined;
    if (until !== undefined) this.until = until;
  }
  chooseDry({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }): void {
    this.isDry = currentTarget.checked;
  }

  chooseAccount({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }): void {
    this.accountKey = currentTarget.value;
  }

  async begin(): Promise<void> {
    const { chosen: types, since, until, isDry, accountKey } = this;
    await this.act(async () => start({ plan: { types, since, until, isDry, accountKey } }));
  }
  async pause(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await this.ask(event, "Paused");
  }
  async resume(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await this.ask(event, "Queued");
  }
  async stop(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await this.ask(event, "Stopped");
  }
  open({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): void {
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: currentTarget.dataset["id"] ?? "", actionName: "view" },
    });
  }
  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  private async ask(
    { currentTarget }: { readonly currentTarget: HTMLElement },
    status: string,
  ): Promise<void> {
    const runId = currentTarget.dataset["id"];
    await this.act(async () => setStatus({ runId, status }));
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    try {
      await work();
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
    await this.refresh();
  }

  /** A failure that may pass is asked again too. */
  private get isWaiting(): boolean {
    return this.isUnderWay || (this.view.kind === "failed" && !this.view.isForGood);
  }
}
