import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import cardLink from "@salesforce/apex/StripePaymentActionsController.cardLink";
import retry from "@salesforce/apex/StripePaymentActionsController.retry";
import page, {
  type Filter,
  type Payment,
  type PaymentPage,
} from "@salesforce/apex/StripePaymentHistoryController.page";
import summary, { type Summary } from "@salesforce/apex/StripePaymentHistoryController.summary";
import timeZone from "@salesforce/i18n/timeZone";
import { NavigationMixin } from "lightning/navigation";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { composerOf } from "c/stripeComposer";
import { dayOf } from "c/stripeDay";
import { filled } from "c/stripeFilled";
import { focusAfter, pagerAfter } from "c/stripeFocus";
import { follow, following } from "c/stripeFollow";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { methodsOf, STATUSES, type Choice } from "./choices";
import { save } from "./csv";
import { labels } from "./labels";
import { rowOf, type Row } from "./row";

type View =
  | { readonly kind: "loading" }
  | Failure
  | { readonly kind: "ready"; readonly payments: readonly Payment[]; readonly next: string | null };

/** What was done, or refused. */
interface Notice {
  readonly text: string;
  readonly role: "status" | "alert";
  readonly className: string;
}

/** A service agent leaves the tab open for hours: what they come back to is looked at again. */
const STALE_MS = 60_000;
/** After an action the page looks again so often, until the events have come. */
const LOOKS_AFTER_ACTION = 6;
/** A payment comes by an event of its own, after what made the page look again. */
const LOOK_AGAIN_MS = 5_000;
/** So long a customer may take who was sent the payment page, until the page no longer looks by itself. */
const PAYMENT_PATIENCE_MS = 10 * 60_000;
const MOST_EXPORT_PAGES = 200;

/** The payments below a record: what came in, what did not and why, and what to do about it. */
export default class StripePaymentHistory extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  readonly labels = labels;
  readonly timeZone = timeZone;
  readonly statuses = STATUSES;
  view: View = { kind: "loading" };
  filter: Filter = {};
  /** Where each page that was seen begins; the last is the one on show. */
  places: readonly string[] = [""];
  /** The failed payment whose advice is shown. */
  openId: string | null = null;
  /** The payment of which is shown what happened. */
  toldId: string | null = null;
  /** The payment whose refund is being filled in. */
  refundId: string | null = null;
  isBusy = false;
  /** What became of the last action. */
  notice: Notice | null = null;
  methods: readonly Choice[] = [];
  /** The last thing that was done, for who cannot see it. */
  announcement = "";
  summary: Summary | null = null;

  private pageProvisioned: Provisioned<PaymentPage> | undefined;
  private summaryProvisioned: Provisioned<Summary> | undefined;
  /** Asks again by itself until Salesforce answers, or refuses for good. */
  private readonly following = following(
    async () => this.refresh(),
    () => this.isFailedForNow,
  );
  /** What became of a payment stands in its row, of a page that was turned below it. */
  private readonly focus = focusAfter(({ className, dataset }) => [
    `.events[data-id="${dataset["id"] ?? ""}"]`,
    ...pagerAfter(className),
    ".slds-card__header-title",
  ]);
  private stopAwaiting: (() => void) | undefined;
  private askedAt = 0;
  private registration: unknown;
  private lookAgain: ReturnType<typeof setTimeout> | undefined;

  @wire(page, { recordId: "$recordId", filter: "$filter", after: "$place" } as const)
  receivePage(provisioned: Provisioned<PaymentPage>): void {
    this.pageProvisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) {
      const payments = data.payments ?? [];
      this.view = { kind: "ready", payments, next: data.next ?? null };
      this.askedAt = Date.now();
      this.announcement = filled(labels.pageStatus, payments.length);
    } else if (error !== undefined) {
      this.view = failureOf(error);
      if (this.isFailedForNow) this.following.begin();
    }
  }

  @wire(summary, { recordId: "$recordId" } as const)
  receiveSummary(provisioned: Provisioned<Summary>): void {
    this.summaryProvisioned = provisioned;
    this.summary = provisioned.data ?? null;
    this.list(this.summary?.methods ?? []);
  }

  override connectedCallback(): void {
    document.addEventListener("visibilitychange", this.look);
    this.registration = registerRefreshHandler(this, async () => {
      await this.refresh();
      this.lookOnceMore();
      return true;
    });
  }
  override renderedCallback(): void {
    if (!this.isLoading && !this.isBusy) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.look);
    unregisterRefreshHandler(this.registration);
    clearTimeout(this.lookAgain);
    this.following.end();
    this.stopAwaiting?.();
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
  get rows(): readonly Row[] {
    const { view } = this;
    const standing = {
      advised: this.openId,
      told: this.toldId,
      refunding: this.refundId,
      mayRefund: this.summary?.mayRefund === true,
      mayCollect: this.mayCollect,
    };
    if (view.kind !== "ready") return [];
    const now = Date.now();
    return view.payments.map((payment) => rowOf(payment, standing, now));
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
  get isPaged(): boolean {
    return this.view.kind === "ready" && !(this.isFirst && this.isLast);
  }
  get emptyText(): string {
    return Object.values(this.filter).some(Boolean) ? labels.emptyFiltered : labels.empty;
  }
  get mayCollect(): boolean {
    return this.summary?.mayCollect === true;
  }
  get maySendCardLink(): boolean {
    return this.mayCollect && this.summary?.hasCustomer === true;
  }
  get method(): string {
    return this.filter.method ?? "";
  }
  get hasMethods(): boolean {
    // The first entry stands for all of them.
    return this.methods.length > 2;
  }
  get status(): string {
    return this.filter.status ?? "";
  }
  get standing(): string {
    const open = this.summary?.openInvoices ?? 0;
    if (open === 0) return labels.allPaid;
    return open === 1 ? labels.oneOpen : filled(labels.manyOpen, open);
  }
  get isOpen(): boolean {
    return (this.summary?.openInvoices ?? 0) > 0;
  }
  get nextAttemptAt(): number | null {
    const moment = this.summary?.nextAttemptAt;
    return moment === null || moment === undefined ? null : Date.parse(moment);
  }
  get totals(): readonly object[] {
    return (this.summary?.totals ?? []).map((total) => ({
      ...total,
      key: total.currencyCode ?? "",
      hasRefunded: (total.refunded ?? 0) > 0,
      hasOpen: (total.open ?? 0) > 0,
    }));
  }
  get hasStanding(): boolean {
    return this.totals.length > 0;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  chooseStatus(event: CustomEvent<{ readonly value: string }>): void {
    this.narrow({ status: event.detail.value });
  }
  chooseMethod(event: CustomEvent<{ readonly value: string }>): void {
    this.narrow({ method: event.detail.value });
  }
  chooseSince(event: CustomEvent<{ readonly value: string | null }>): void {
    const since = dayOf(event);
    if (since !== undefined) this.narrow({ since });
  }
  chooseUntil(event: CustomEvent<{ readonly value: string | null }>): void {
    const until = dayOf(event);
    if (until !== undefined) this.narrow({ until });
  }
  /** When the field is left or Enter is pressed, not at each letter. */
  search(event: CustomEvent<undefined> & { readonly target: { readonly value: string } }): void {
    if (event.target.value !== (this.filter.text ?? "")) this.narrow({ text: event.target.value });
  }

  showOlder(): void {
    if (this.view.kind === "ready" && this.view.next !== null)
      this.begin([...this.places, this.view.next]);
  }
  showNewer(): void {
    this.begin(this.places.slice(0, -1));
  }

  toggle(event: Event & { readonly currentTarget: HTMLElement }): void {
    const id = event.currentTarget.dataset["id"] ?? null;
    this.openId = this.openId === id ? null : id;
  }

  tell(event: Event & { readonly currentTarget: HTMLElement }): void {
    const id = event.currentTarget.dataset["id"] ?? null;
    this.toldId = this.toldId === id ? null : id;
  }

  askRefund(event: Event & { readonly currentTarget: HTMLElement }): void {
    this.refundId = event.currentTarget.dataset["id"] ?? null;
  }
  closeRefund(): void {
    const id = this.refundId ?? "";
    this.refundId = null;
    this.template?.querySelector<HTMLElement>(`.refund[data-id="${id}"]`)?.focus();
  }
  finishRefund(event: CustomEvent<string>): void {
    this.closeRefund();
    this.say(event.detail);
    this.awaitEvents();
  }

  async retry(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    const paymentId = event.currentTarget.dataset["id"];
    await this.act(async () => {
      const status = await retry({ paymentId });
      this.say(status === "paid" ? labels.retried : labels.retryWaits);
    });
    // A card that is declined again has events as well.
    this.awaitEvents();
  }

  async sendCardLink(): Promise<void> {
    await this.act(async () => {
      const { url, email } = await cardLink({ recordId: this.recordId });
      this.compose(email, labels.cardSubject, filled(labels.cardBody, url ?? ""));
    });
  }

  open(event: Event & { readonly currentTarget: HTMLElement }): void {
    const { id } = event.currentTarget.dataset;
    if (id === undefined) return;
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: id, objectApiName: "Payment_Transaction__c", actionName: "view" },
    });
  }

  sendPage(event: Event & { readonly currentTarget: HTMLElement }): void {
    const row = this.rows.find(({ recordId }) => recordId === event.currentTarget.dataset["id"]);
    if (row?.paymentUrl === null || row?.paymentUrl === undefined) return;
    const invoice = row.invoice?.invoiceNumber ?? "";
    this.compose(
      row.email,
      filled(labels.mailSubject, invoice),
      filled(labels.mailBody, invoice, row.paymentUrl),
    );
    this.awaitPayment();
  }

  async copy(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await navigator.clipboard.writeText(event.currentTarget.dataset["text"] ?? "");
    this.announcement = labels.copied;
  }

  async refresh(): Promise<void> {
    for (const provisioned of [this.pageProvisioned, this.summaryProvisioned])
      if (provisioned !== undefined) await refreshApex(provisioned);
    await this.template
      ?.querySelector<HTMLElement & { refresh(): Promise<void> }>("c-stripe-payment-details")
      ?.refresh();
  }

  /** All that the filter leaves, page by page, as a file. */
  async exportAll(): Promise<void> {
    const payments: Payment[] = [];
    let after = "";
    try {
      for (let count = 0; count < MOST_EXPORT_PAGES; count += 1) {
        const next = await page({ recordId: this.recordId, filter: this.filter, after });
        payments.push(...(next.payments ?? []));
        after = next.next ?? "";
        if (after === "") break;
      }
    } catch (error) {
      this.announcement = `${labels.exportFailed} ${sentenceOf(error)}`;
      return;
    }
    save(payments);
  }

  private get isFailedForNow(): boolean {
    return this.view.kind === "failed" && !this.view.isForGood;
  }
  /** The one who looks lacks the right to. */
  private get isRefused(): boolean {
    return this.view.kind === "failed" && this.view.isForGood;
  }
  private readonly look = (): void => {
    if (!document.hidden && Date.now() - this.askedAt > STALE_MS) void this.refresh();
  };

  private narrow(change: Filter): void {
    this.filter = { ...this.filter, ...change };
    this.begin([""]);
  }

  /** The same list as long as it says the same: see STATUSES. */
  private list(words: readonly string[]): void {
    const choices = methodsOf(words);
    if (JSON.stringify(choices) !== JSON.stringify(this.methods)) this.methods = choices;
  }

  private say(text: string): void {
    this.notice = { text, role: "status", className: "notice" };
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.notice = null;
    try {
      await work();
    } catch (error) {
      this.notice = { text: sentenceOf(error), role: "alert", className: "notice problem" };
    } finally {
      this.isBusy = false;
    }
  }

  /** What was done at Stripe comes back as events: looks again until they should have come. */
  private awaitEvents(): void {
    this.stopAwaiting?.();
    let left = LOOKS_AFTER_ACTION;
    this.stopAwaiting = follow(async () => {
      await this.refresh();
      left -= 1;
      return left > 0 && !this.isRefused;
    });
  }

  /** Service is still on the telephone when the customer pays: looks until nothing is open. */
  private awaitPayment(): void {
    this.stopAwaiting?.();
    const until = Date.now() + PAYMENT_PATIENCE_MS;
    this.stopAwaiting = follow(async () => {
      await this.refresh();
      if (this.isRefused) return false;
      if (!this.isOpen) this.lookOnceMore();
      return this.isOpen && Date.now() < until;
    });
  }

  private lookOnceMore(): void {
    clearTimeout(this.lookAgain);
    this.lookAgain = setTimeout(() => void this.refresh(), LOOK_AGAIN_MS);
  }

  private compose(to: string | null | undefined, subject: string, text: string): void {
    const { recordId } = this;
    this[NavigationMixin.Navigate](composerOf({ recordId, to, subject, text }));
  }

  private begin(places: readonly string[]): void {
    this.places = places;
    this.openId = null;
    this.toldId = null;
    this.refundId = null;
    this.view = { kind: "loading" };
  }
}
