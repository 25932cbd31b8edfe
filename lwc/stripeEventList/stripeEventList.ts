import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import event, { type Event as Details } from "@salesforce/apex/StripeIntegrationController.event";
import events, {
  type Event as LoggedEvent,
  type Filter,
  type EventPage,
} from "@salesforce/apex/StripeIntegrationController.events";
import readAgain from "@salesforce/apex/StripeIntegrationController.readAgain";
import replay, { type Replayed } from "@salesforce/apex/StripeIntegrationController.replay";
import replayFailed from "@salesforce/apex/StripeIntegrationController.replayFailed";
import timeZone from "@salesforce/i18n/timeZone";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { dayOf } from "c/stripeDay";
import { filled } from "c/stripeFilled";
import { focusAfter, pagerAfter } from "c/stripeFocus";
import { follow } from "c/stripeFollow";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { labels } from "./labels";
import { readable, rowOf, STATUS_CHOICES, type Row } from "./row";

type View =
  | { readonly kind: "loading" }
  | Failure
  | {
      readonly kind: "ready";
      readonly events: readonly LoggedEvent[];
      readonly next: string | null;
    };

const DAY_MS = 86_400_000;
/** After something was asked for the list looks again so often. */
const LOOKS = 4;

/**
 * The log of events, with what an administrator does about them.
 * @fires change when the events have changed
 */
export default class StripeEventList extends LightningElement {
  @api mayReplay = false;

  readonly labels = labels;
  readonly timeZone = timeZone;
  readonly statuses = STATUS_CHOICES;
  view: View = { kind: "loading" };
  filter: Filter = {};
  places: readonly string[] = [""];
  chosen: ReadonlySet<string> = new Set();
  openId: string | null = null;
  details: Details | null = null;
  /** What stands in the field is no date. */
  isDayWrong = false;
  failedSince: string | null = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
  objectId = "";
  isBusy = false;
  said: string | null = null;
  refusal: string | null = null;

  private provisioned: Provisioned<EventPage> | undefined;
  private readonly focus = focusAfter(({ className, dataset }) => [
    `.details[data-id="${dataset["id"] ?? ""}"]`,
    ...pagerAfter(className),
    ".slds-text-heading_small",
  ]);
  private registration: unknown;
  private stopFollowing: (() => void) | undefined;

  @wire(events, { filter: "$filter", after: "$place" } as const)
  receive(provisioned: Provisioned<EventPage>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined)
      this.view = { kind: "ready", events: data.events ?? [], next: data.next ?? null };
    else if (error !== undefined) this.view = failureOf(error);
  }

  @wire(event, { recordId: "$openId" } as const)
  receiveDetails({ data }: Provisioned<Details>): void {
    this.details = data ?? null;
  }

  override connectedCallback(): void {
    this.registration = registerRefreshHandler(this, async () => {
      await this.refresh();
      return true;
    });
  }
  override renderedCallback(): void {
    if (!this.isLoading && !this.isBusy) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.registration);
    this.stopFollowing?.();
  }

  get place(): string {
    return this.places.at(-1) ?? "";
  }
  get status(): string {
    return this.filter.status ?? "";
  }
  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get rows(): readonly Row[] {
    const { view, chosen, openId, mayReplay } = this;
    if (view.kind !== "ready") return [];
    return view.events.map((each) => rowOf(each, { chosen, openId, mayReplay }));
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get isFirst(): boolean {
    return this.places.length === 1;
  }
  get isLast(): boolean {
    return this.view.kind !== "ready" || this.view.next === null;
  }
  get payload(): string {
    return readable(this.details?.payload);
  }
  get isNothingChosen(): boolean {
    return this.chosen.size === 0;
  }
  get chosenLabel(): string {
    return filled(labels.replayChosen, this.chosen.size);
  }
  get isNoDay(): boolean {
    return this.failedSince === null || this.isDayWrong;
  }
  get isNoObject(): boolean {
    return this.objectId.trim() === "";
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  chooseStatus({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.narrow({ status: detail.value });
  }
  chooseType({ target }: Event & { readonly target: { readonly value: string } }): void {
    if (target.value !== (this.filter.type ?? "")) this.narrow({ type: target.value });
  }
  chooseId({ target }: Event & { readonly target: { readonly value: string } }): void {
    if (target.value !== (this.filter.stripeId ?? "")) this.narrow({ stripeId: target.value });
  }
  chooseSince(event: CustomEvent<{ readonly value: string | null }>): void {
    const since = dayOf(event);
    if (since !== undefined) this.narrow({ since });
  }
  chooseFailedSince(event: CustomEvent<{ readonly value: string | null }>): void {
    const day = dayOf(event);
    this.isDayWrong = day === undefined;
    if (day !== undefined) this.failedSince = day;
  }
  chooseObject({ detail }: CustomEvent<{ readonly value: string }>): void {
    this.objectId = detail.value;
  }

  choose({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }): void {
    const id = currentTarget.dataset["id"] ?? "";
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }
  toggle({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): void {
    const id = currentTarget.dataset["id"] ?? null;
    this.details = null;
    this.openId = this.openId === id ? null : id;
  }

  showOlder(): void {
    if (this.view.kind === "ready" && this.view.next !== null)
      this.begin([...this.places, this.view.next]);
  }
  showNewer(): void {
    this.begin(this.places.slice(0, -1));
  }

  async replayOne({
    currentTarget,
  }: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    const id = currentTarget.dataset["id"] ?? "";
    await this.act(async () => summaryOf([await replay({ recordIds: [id] })]));
  }
  async replayChosen(): Promise<void> {
    const recordIds = [...this.chosen];
    await this.act(async () => summaryOf([await replay({ recordIds })]));
    this.chosen = new Set();
  }
  /** As many calls as it takes, each of as many events as one transaction applies. */
  async replayAllFailed(): Promise<void> {
    await this.act(async () => {
      const outcomes: Replayed[] = [];
      let after = "";
      do {
        const outcome = await replayFailed({ since: this.failedSince, after });
        outcomes.push(outcome);
        after = outcome.next ?? "";
        this.said = summaryOf(outcomes);
      } while (after !== "");
      return summaryOf(outcomes);
    });
  }
  async read(): Promise<void> {
    await this.act(async () => {
      await readAgain({ stripeId: this.objectId });
      return labels.reading;
    });
    this.lookAgain();
  }

  @api
  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  private narrow(change: Filter): void {
    this.filter = { ...this.filter, ...change };
    this.begin([""]);
  }
  private begin(places: readonly string[]): void {
    this.places = places;
    this.chosen = new Set();
    this.openId = null;
    this.view = { kind: "loading" };
  }

  /** @param work gives the sentence that says what became of it */
  private async act(work: () => Promise<string>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.said = null;
    this.refusal = null;
    try {
      this.said = await work();
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
    await this.refresh();
    this.dispatchEvent(new CustomEvent("change"));
  }

  private lookAgain(): void {
    this.stopFollowing?.();
    let left = LOOKS;
    this.stopFollowing = follow(async () => {
      await this.refresh();
      this.dispatchEvent(new CustomEvent("change"));
      left -= 1;
      return left > 0 && !(this.view.kind === "failed" && this.view.isForGood);
    });
  }
}

function summaryOf(outcomes: readonly Replayed[]): string {
  const sum = (name: "applied" | "failed" | "waiting"): number =>
    outcomes.reduce((total, outcome) => total + (outcome[name] ?? 0), 0);
  const problems = new Set(outcomes.flatMap((outcome) => outcome.problems ?? []));
  const counts = filled(labels.outcome, sum("applied"), sum("failed"), sum("waiting"));
  return [counts, ...problems].join(" ");
}
