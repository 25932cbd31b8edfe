import { LightningElement, api } from "lwc";
import refund from "@salesforce/apex/StripePaymentActionsController.refund";
import type { Payment } from "@salesforce/apex/StripePaymentHistoryController.page";
import { filled } from "c/stripeFilled";
import { decimalsOf, moneyText } from "c/stripeMoney";
import { sentenceOf } from "c/stripeRefusal";
import { labels } from "./labels";

/** Stripe's reasons. One list for good, as a list box wants it. */
const REASONS = [
  { value: "", label: labels.noReason },
  { value: "requested_by_customer", label: labels.requested },
  { value: "duplicate", label: labels.duplicate },
  { value: "fraudulent", label: labels.fraudulent },
];

/**
 * Gives back a payment. One form is one wish: however often it is sent, the money goes back once.
 * @fires done detail: the sentence that says what became of it
 * @fires refused what is shown may be out of date
 * @fires close
 */
export default class StripeRefund extends LightningElement {
  @api payment: Payment | undefined;

  readonly labels = labels;
  readonly reasons = REASONS;
  amount: number | null = null;
  reason = "";
  isBusy = false;
  refusal: string | null = null;
  /** Names the wish. */
  private readonly key = crypto.randomUUID();

  override connectedCallback(): void {
    this.amount = this.left;
  }
  override renderedCallback(): void {
    if (this.isFocused) return;
    this.isFocused = true;
    this.template?.querySelector<HTMLElement>(".amount")?.focus();
  }
  private isFocused = false;

  get heading(): string {
    return filled(labels.title, this.payment?.name ?? "");
  }
  get amountLabel(): string {
    return filled(labels.amount, this.currencyCode);
  }
  get leftText(): string {
    return filled(labels.left, this.inWords(this.left));
  }
  get step(): string {
    const decimals = decimalsOf(this.currencyCode);
    return decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`;
  }
  get sendLabel(): string {
    return filled(labels.send, this.inWords(this.amount ?? 0));
  }
  get isIncomplete(): boolean {
    const { amount, left } = this;
    return amount === null || amount <= 0 || amount > left || this.isTooFine;
  }
  get problem(): string | null {
    if (this.refusal !== null) return this.refusal;
    if (this.isTooFine)
      return filled(labels.tooFine, this.currencyCode, this.inWords(Number(this.step)));
    return this.isIncomplete ? filled(labels.badAmount, this.inWords(this.left)) : null;
  }

  chooseAmount(event: CustomEvent<{ readonly value: string }>): void {
    const { value } = event.detail;
    this.amount = value === "" || Number.isNaN(Number(value)) ? null : Number(value);
    this.refusal = null;
  }
  chooseReason(event: CustomEvent<{ readonly value: string }>): void {
    this.reason = event.detail.value;
  }

  async send(): Promise<void> {
    const { amount, reason, key } = this;
    if (amount === null || this.isIncomplete || this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    try {
      const paymentId = this.payment?.recordId;
      const status = await refund({ paymentId, amount, reason, key });
      const sentence = status === "succeeded" ? labels.done : labels.waits;
      this.dispatchEvent(
        new CustomEvent("done", { detail: filled(sentence, this.inWords(amount)) }),
      );
    } catch (error) {
      this.refusal = sentenceOf(error);
      this.dispatchEvent(new CustomEvent("refused"));
    } finally {
      this.isBusy = false;
    }
  }
  close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  closeOnEscape(event: KeyboardEvent): void {
    if (event.key === "Escape") this.close();
  }

  private get currencyCode(): string {
    return this.payment?.currencyCode ?? "USD";
  }
  /** Smaller parts than the currency has. */
  private get isTooFine(): boolean {
    const { amount } = this;
    return amount !== null && Number(amount.toFixed(decimalsOf(this.currencyCode))) !== amount;
  }
  private get left(): number {
    const { amount, refunded } = this.payment ?? {};
    const decimals = decimalsOf(this.currencyCode);
    return Number(((amount ?? 0) - (refunded ?? 0)).toFixed(decimals));
  }
  private inWords(amount: number): string {
    return moneyText(amount, this.currencyCode);
  }
}
