import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import page, {
  type Filter,
  type Payment,
  type PaymentPage,
} from "@salesforce/apex/StripePaymentHistoryController.page";
import summary, { type Summary } from "@salesforce/apex/StripePaymentHistoryController.summary";
import timeZone from "@salesforce/i18n/timeZone";
import { NavigationMixin } from "lightning/navigation";
import { encodeDefaultFieldValues } from "lightning/pageReferenceUtils";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { filled } from "c/stripeFilled";
import { follow } from "c/stripeFollow";
import { statusWording } from "c/stripePaymentWording";
import { sentenceOf } from "c/stripeRefusal";
import { csvOf } from "./csv";
import { labels } from "./labels";
import { rowOf, type Row } from "./row";

type View =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "ready"; readonly payments: readonly Payment[]; readonly next: string | null };

/** One list for good: a list box that is given a new one while it is open forgets which entry the keyboard is on. */
const STATUSES = [
  { value: "", label: labels.allStatuses },
  ...["succeeded", "failed", "processing", "requires_action", "canceled"].map((value) => ({
    value,
    label: statusWording(value).label,
  })),
];
/** A service agent leaves the tab open for hours: what they come back to is looked at again. */
const STALE_MS = 60_000;
/** A payment comes by an event of its own, after what made the page look again. */
const LOOK_AGAIN_MS = 5_000;
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
  /** The last thing that was done, for who cannot see it. */
  announcement = "";
  summary: Summary | null = null;

  private pageProvisioned: Provisioned<PaymentPage> | undefined;
  private summaryProvisioned: Provisioned<Summary> | undefined;
  private stopFollowing: (() => void) | undefined;
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
      this.view = { kind: "failed", message: sentenceOf(error) };
      this.recover();
    }
  }

  @wire(summary, { recordId: "$recordId" } as const)
  receiveSummary(provisioned: Provisioned<Summary>): void {
    this.summaryProvisioned = provisioned;
    this.summary = provisioned.data ?? null;
  }

  override connectedCallback(): void {
    document.addEventListener("visibilitychange", this.look);
    this.registration = registerRefreshHandler(this, async () => {
      await this.refresh();
      clearTimeout(this.lookAgain);
      this.lookAgain = setTimeout(() => void this.refresh(), LOOK_AGAIN_MS);
      return true;
    });
  }
  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.look);
    unregisterRefreshHandler(this.registration);
    clearTimeout(this.lookAgain);
    this.stopFollowing?.();
    this.stopFollowing = undefined;
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
    return view.kind === "ready" ? view.payments.map((payment) => rowOf(payment, this.openId)) : [];
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

  chooseStatus(event: CustomEvent<{ readonly value: string }>): void {
    this.narrow({ status: event.detail.value });
  }
  chooseSince(event: CustomEvent<{ readonly value: string | null }>): void {
    this.narrow({ since: blankToNull(event.detail.value) });
  }
  chooseUntil(event: CustomEvent<{ readonly value: string | null }>): void {
    this.narrow({ until: blankToNull(event.detail.value) });
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

  open(event: Event & { readonly currentTarget: HTMLElement }): void {
    const { id } = event.currentTarget.dataset;
    if (id === undefined) return;
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: id, objectApiName: "Payment_Transaction__c", actionName: "view" },
    });
  }

  /** The platform's composer, filled in: the rep reads what is sent, and it is kept as an activity. */
  sendPage(event: Event & { readonly currentTarget: HTMLElement }): void {
    const row = this.rows.find(({ recordId }) => recordId === event.currentTarget.dataset["id"]);
    if (row?.paymentUrl === null || row?.paymentUrl === undefined) return;
    const invoice = row.invoice?.invoiceNumber ?? "";
    this[NavigationMixin.Navigate]({
      type: "standard__quickAction",
      attributes: { apiName: "Global.SendEmail" },
      state: {
        recordId: this.recordId ?? "",
        defaultFieldValues: encodeDefaultFieldValues({
          ToAddress: this.summary?.email ?? "",
          Subject: filled(labels.mailSubject, invoice),
          HtmlBody: filled(labels.mailBody, invoice, row.paymentUrl).replaceAll("\n", "<br>"),
        }),
      },
    });
  }

  async copy(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await navigator.clipboard.writeText(event.currentTarget.dataset["text"] ?? "");
    this.announcement = labels.copied;
  }

  async refresh(): Promise<void> {
    for (const provisioned of [this.pageProvisioned, this.summaryProvisioned])
      if (provisioned !== undefined) await refreshApex(provisioned);
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
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`\uFEFF${csvOf(payments)}`], { type: "text/csv" }));
    link.download = "payments.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  private readonly look = (): void => {
    if (!document.hidden && Date.now() - this.askedAt > STALE_MS) void this.refresh();
  };

  private narrow(change: Filter): void {
    this.filter = { ...this.filter, ...change };
    this.begin([""]);
  }

  private begin(places: readonly string[]): void {
    this.places = places;
    this.openId = null;
    this.view = { kind: "loading" };
  }

  /** Asks again by itself until Salesforce answers. */
  private recover(): void {
    this.stopFollowing ??= follow(async () => {
      await this.refresh();
      const isFailed = this.view.kind === "failed";
      if (!isFailed) this.stopFollowing = undefined;
      return isFailed;
    });
  }
}

function blankToNull(value: string | null): string | null {
  return value === "" ? null : value;
}
