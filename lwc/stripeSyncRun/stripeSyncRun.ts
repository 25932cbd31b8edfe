import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import accept from "@salesforce/apex/StripeSyncController.accept";
import differences, {
  type Difference,
  type DifferencePage,
  type Filter,
} from "@salesforce/apex/StripeSyncController.differences";
import repair from "@salesforce/apex/StripeSyncController.repair";
import repairAll from "@salesforce/apex/StripeSyncController.repairAll";
import run, { type Run } from "@salesforce/apex/StripeSyncController.run";
import setStatus from "@salesforce/apex/StripeSyncController.setStatus";
import { NavigationMixin } from "lightning/navigation";
import { filled } from "c/stripeFilled";
import { focusAfter, pagerAfter } from "c/stripeFocus";
import { following } from "c/stripeFollow";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { progressOf, standingOf, subjectOf } from "c/stripeSyncWording";
import { SEVERITIES, STATES } from "./choices";
import { labels } from "./labels";

type View =
  | { readonly kind: "loading" }
  | Failure
  | { readonly kind: "gone" }
  | { readonly kind: "ready"; readonly run: Run };

/** A sync run: its progress, what can be done with it, and what it found. */
export default class StripeSyncRun extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  readonly labels = labels;
  readonly severities = SEVERITIES;
  readonly states = STATES;
  view: View = { kind: "loading" };
  filter: Filter = {};
  places: readonly string[] = [""];
  page: DifferencePage | null = null;
  chosen: readonly string[] = [];
  isBusy = false;
  isAsked = false;
  refusal: string | null = null;

  private provisioned: Provisioned<Run | null> | undefined;
  private provisionedPage: Provisioned<DifferencePage> | undefined;
  private readonly following = following(
    async () => this.refresh(),
    () => this.isWaiting,
  );

  /** What a run is at stands beside its name. */
  private readonly focus = focusAfter(({ className }) => [
    ...pagerAfter(className),
    ".slds-card__header-title",
  ]);

  @wire(run, { runId: "$recordId" } as const)
  receive(provisioned: Provisioned<Run | null>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined)
      this.view = data === null ? { kind: "gone" } : { kind: "ready", run: data };
    else if (error !== undefined) this.view = failureOf(error);
    if (this.isWaiting) this.following.begin();
  }

  @wire(differences, { runId: "$recordId", filter: "$filter", after: "$place" } as const)
  receivePage(provisioned: Provisioned<DifferencePage>): void {
    this.provisionedPage = provisioned;
    if (provisioned.data !== undefined) this.page = provisioned.data;
  }

  override renderedCallback(): void {
    if (!this.isLoading && !this.isBusy) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    this.following.end();
  }

  get place(): string {
    return this.places.at(-1) ?? "";
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
  get run(): Run {
    return this.view.kind === "ready" ? this.view.run : {};
  }
  get heading(): string {
    return this.view.kind === "ready"
      ? filled(labels.title, this.run.name ?? "", subjectOf(this.run))
      : labels.name;
  }
  get isOpen(): boolean {
    return this.view.kind === "ready" && standingOf(this.view.run).isOpen;
  }
  get canResume(): boolean {
    return standingOf(this.run).canResume;
  }
  get canStop(): boolean {
    return standingOf(this.run).canStop;
  }
  get statusLabel(): string {
    return standingOf(this.run).label;
  }
  get badge(): string {
    return standingOf(this.run).badge;
  }
  get percent(): number {
    return progressOf(this.run, Date.now()).percent;
  }
  get barStyle(): string {
    return `width: ${this.percent}%`;
  }
  get progressLabel(): string {
    return filled(labels.progress, this.run.name ?? "");
  }
  get progressText(): string {
    return progressOf(this.run, Date.now()).text;
  }
  get counts(): string {
    const { listed, missingHere, different, missingInStripe, repaired, refused, accepted } =
      this.run;
    const numbers = [listed, missingHere, different, missingInStripe, repaired, refused, accepted];
    return filled(labels.counts, ...numbers.map((each) => each ?? 0));
  }
  get unmatched(): string | null {
    const { unmatched } = this.run;
    return (unmatched ?? 0) > 0 ? filled(labels.unmatched, unmatched ?? 0) : null;
  }
  get severity(): string {
    return this.filter.severity ?? "";
  }
  get state(): string {
    return this.filter.state ?? "";
  }
  get rows(): readonly Difference[] {
    return this.page?.differences ?? [];
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get isFirst(): boolean {
    return this.places.length === 1;
  }
  get isLast(): boolean {
    return (this.page?.next ?? null) === null;
  }
  get isNothingChosen(): boolean {
    return this.chosen.length === 0;
  }
  get chosenText(): string {
    return filled(labels.chosen, this.chosen.length);
  }
  get canRepairAll(): boolean {
    const { different, missingHere, missingInStripe, isDry } = this.run;
    const found = (different ?? 0) + (missingHere ?? 0) + (missingInStripe ?? 0);
    return isDry === true && !this.isOpen && found > 0;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  chooseSeverity({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.narrow({ severity: detail.value });
  }
  chooseState({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.narrow({ state: detail.value });
  }
  choose({ detail }: CustomEvent<string>): void {
    const others = this.chosen.filter((each) => each !== detail);
    this.chosen = others.length === this.chosen.length ? [...others, detail] : others;
  }
  showOlder(): void {
    this.begin([...this.places, this.page?.next ?? ""]);
  }
  showNewer(): void {
    this.begin(this.places.slice(0, -1));
  }
  async refresh(): Promise<void> {
    await Promise.all(
      [this.provisioned, this.provisionedPage].map(async (each) => {
        if (each !== undefined) await refreshApex(each);
      }),
    );
  }

  async pause(): Promise<void> {
    await this.ask("Paused");
  }
  async resume(): Promise<void> {
    await this.ask("Queued");
  }
  async stop(): Promise<void> {
    await this.ask("Stopped");
  }
  async accept(): Promise<void> {
    await this.act(async () => accept({ differenceIds: this.chosen, isAccepted: true }));
  }
  async tellAgain(): Promise<void> {
    await this.act(async () => accept({ differenceIds: this.chosen, isAccepted: false }));
  }
  async repairChosen(): Promise<void> {
    await this.act(async () => this.open(await repair({ differenceIds: this.chosen })));
  }
  askToRepairAll(): void {
    this.isAsked = true;
  }
  dismiss(): void {
    this.isAsked = false;
  }
  async repairAll(): Promise<void> {
    this.isAsked = false;
    await this.act(async () => this.open(await repairAll({ runId: this.recordId })));
  }

  private async ask(status: string): Promise<void> {
    await this.act(async () => setStatus({ runId: this.recordId, status }));
  }

  private async act(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    try {
      await work();
      this.chosen = [];
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
    await this.refresh();
  }

  private open(recordId: string): void {
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId, actionName: "view" },
    });
  }

  private narrow(change: Filter): void {
    this.filter = { ...this.filter, ...change };
    this.begin([""]);
  }
  private begin(places: readonly string[]): void {
    this.places = places;
    this.chosen = [];
  }

  /** A failure that may pass is asked again too. */
  private get isWaiting(): boolean {
    return this.isOpen || (this.view.kind === "failed" && !this.view.isForGood);
  }
}
