import { LightningElement, api } from "lwc";
import change from "@salesforce/apex/StripePlanChangeController.change";
import preview, {
  type StripePlanPreview as Preview,
} from "@salesforce/apex/StripePlanChangeController.preview";
import timeZone from "@salesforce/i18n/timeZone";
import { isCount } from "c/stripeCount";
import { filled } from "c/stripeFilled";
import { focusAfter } from "c/stripeFocus";
import { moneyText } from "c/stripeMoney";
import { sentenceOf } from "c/stripeRefusal";
import { labels } from "./labels";

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** What is asked of Stripe. */
interface Wish {
  readonly plan: string;
  readonly quantity: number;
  readonly proration: string;
}

const ON_NEXT = "create_prorations";
/** One list for good, as a list box wants it. */
const WAYS: readonly Choice[] = [
  { value: ON_NEXT, label: labels.onNext },
  { value: "always_invoice", label: labels.chargeNow },
  { value: "none", label: labels.noProration },
];
/** After that the rest of the period is worth noticeably less. */
const STALE_MS = 600_000;

/**
 * Changes the plan or quantity of a running subscription. Nothing can be confirmed that was not previewed: what Stripe reckoned for a
 * moment is what it charges for that moment.
 * @fires done detail: the sentence that says what became of it
 * @fires close
 */
export default class StripePlanChange extends LightningElement {
  @api recordId: string | undefined;
  @api currentPlan = "";
  @api currentQuantity = 1;
  @api plans: readonly Choice[] = [];

  readonly labels = labels;
  readonly timeZone = timeZone;
  readonly ways = WAYS;
  plan = "";
  quantity = 1;
  proration = ON_NEXT;
  isBusy = false;
  problem: string | null = null;
  shown: Preview | null = null;

  /** What was previewed. */
  private wish: Wish | null = null;
  private askedAt = 0;

  override connectedCallback(): void {
    this.plan = this.currentPlan;
    this.quantity = this.currentQuantity;
  }

  override renderedCallback(): void {
    if (!this.isBusy) this.focus.settle(this.template);
    if (this.isFocused) return;
    this.isFocused = true;
    this.template?.querySelector<HTMLElement>(".plan")?.focus();
  }
  private isFocused = false;
  /** The one button takes the place of the other. */
  private readonly focus = focusAfter(() => [".confirm", ".preview", ".close"]);

  get heading(): string {
    return filled(labels.heading, this.currentPlan);
  }
  get isIncomplete(): boolean {
    const isSame = this.plan === this.currentPlan && this.quantity === this.currentQuantity;
    return !isCount(this.quantity) || isSame;
  }
  get isNextShown(): boolean {
    return (this.shown?.nextAmount ?? null) !== null;
  }
  get lines(): readonly { key: number; description: string; amount: number }[] {
    return (this.shown?.lines ?? []).map(({ description, amount }, key) => ({
      key,
      description: description ?? "",
      amount: amount ?? 0,
    }));
  }
  get confirmLabel(): string {
    const due = this.shown?.dueNow ?? 0;
    return due > 0
      ? filled(labels.confirmCharge, moneyText(due, this.shown?.currencyCode))
      : labels.confirm;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  choosePlan(event: CustomEvent<{ readonly value: string }>): void {
    this.choose({ plan: event.detail.value });
  }
  chooseQuantity(event: CustomEvent<{ readonly value: string }>): void {
    this.choose({ quantity: Number(event.detail.value) || 0 });
  }
  chooseWay(event: CustomEvent<{ readonly value: string }>): void {
    this.choose({ proration: event.detail.value });
  }

  async preview(): Promise<void> {
    const { recordId, plan, quantity, proration } = this;
    await this.act(async () => {
      this.shown = await preview({ subscriptionId: recordId, plan, quantity, proration });
      this.wish = { plan, quantity, proration };
      this.askedAt = Date.now();
    });
  }

  async confirm(): Promise<void> {
    const { recordId, wish, shown } = this;
    if (wish === null || shown === null) return;
    if (Date.now() - this.askedAt > STALE_MS) {
      this.forget();
      this.problem = labels.stale;
      return;
    }
    await this.act(async () => {
      await change({
        subscriptionId: recordId,
        ...wish,
        prorationDate: shown.prorationDate,
      });
      this.dispatchEvent(new CustomEvent("done", { detail: labels.sent }));
    });
  }

  close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
  closeOnEscape(event: KeyboardEvent): void {
    if (event.key === "Escape") this.close();
  }

  /** Another wish costs something else: what was previewed no longer counts. */
  private choose(wish: Partial<Wish>): void {
    Object.assign(this, wish);
    this.forget();
  }
  private forget(): void {
    this.shown = null;
    this.wish = null;
    this.problem = null;
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = null;
    try {
      await work();
    } catch (error) {
      this.forget();
      this.problem = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
