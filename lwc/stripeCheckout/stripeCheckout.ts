import { LightningElement, api, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import cancel from "@salesforce/apex/StripeCheckoutController.cancel";
import offer, { type Offer } from "@salesforce/apex/StripeCheckoutController.offer";
import renew from "@salesforce/apex/StripeCheckoutController.renew";
import sell from "@salesforce/apex/StripeCheckoutController.sell";
import timeZone from "@salesforce/i18n/timeZone";
import { NavigationMixin } from "lightning/navigation";
import { RefreshEvent } from "lightning/refresh";
import { composerOf } from "c/stripeComposer";
import { isCount } from "c/stripeCount";
import { filled } from "c/stripeFilled";
import { focusAfter } from "c/stripeFocus";
import { following } from "c/stripeFollow";
import { methodWording } from "c/stripePaymentWording";
import { failureOf, sentenceOf, type Failure } from "c/stripeRefusal";
import { cardOf, type Card } from "./card";
import { labels } from "./labels";
import { priceText } from "./price";

type View =
  { readonly kind: "loading" } | Failure | { readonly kind: "ready"; readonly offer: Offer };

/** Values of Stripe_Subscription__c.Cancel_Request__c that cannot be taken back. */
type EndRequest = "Now" | "Withdraw Link";

/** What is done only after it was asked for once more. */
type Question =
  | { readonly kind: "charge"; readonly text: string }
  | {
      readonly kind: "cancel";
      readonly text: string;
      readonly id: string;
      readonly request: EndRequest;
    };

interface Choice {
  readonly label: string;
  readonly value: string;
}

const LINK = "Checkout Link";
const CARD = "Saved Payment Method";
const TICK_MS = 20_000;
/** Stripe takes no longer trial. */
const MOST_TRIAL_DAYS = 730;

/** Sells a subscription, and shows how it goes from draft to active while it happens. */
export default class StripeCheckout extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  readonly labels = labels;
  readonly timeZone = timeZone;
  view: View = { kind: "loading" };
  plans: readonly Choice[] = [];
  ways: readonly Choice[] = [];
  plan = "";
  quantity = 1;
  path = LINK;
  /** As it was typed: blank for none. */
  trialDays = "";
  discountCode = "";
  allowsPromotionCodes = false;
  now = Date.now();
  isBusy = false;
  question: Question | null = null;
  refusal: string | null = null;
  announcement = "";
  /** The subscription whose change is being filled in. */
  changingId: string | null = null;

  private provisioned: Provisioned<Offer> | undefined;
  private readonly following = following(
    async () => this.refresh(),
    () => this.isWaiting,
  );
  /** What becomes of a sale stands on its card; a new one is the first. */
  private readonly focus = focusAfter(({ dataset }) => [
    `.title[data-id="${dataset["id"] ?? ""}"]`,
    ".title",
    ".slds-card__header-title",
  ]);
  private ticker: ReturnType<typeof setInterval> | undefined;
  /** What was shown last: the rest of the page is told only of what changed. */
  private shownStages = "";
  /** What the question is asked for: there the keyboard is again when it was answered. */
  private askedBy: HTMLElement | null = null;
  private isQuestionFocused = false;

  @wire(offer, { recordId: "$recordId" } as const)
  receive(provisioned: Provisioned<Offer>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) {
      this.view = { kind: "ready", offer: data };
      this.list(data);
      this.now = Date.now();
      this.tellPage();
    } else if (error !== undefined) {
      this.view = failureOf(error);
    }
    if (this.isWaiting) this.following.begin();
  }

  override connectedCallback(): void {
    this.ticker = setInterval(() => {
      this.now = Date.now();
    }, TICK_MS);
  }
  override renderedCallback(): void {
    this.focusOnQuestion();
    if (!this.isLoading && !this.isBusy) this.focus.settle(this.template);
  }
  override disconnectedCallback(): void {
    clearInterval(this.ticker);
    this.following.end();
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get isNotCustomer(): boolean {
    return this.offer !== null && (this.offer.customerId ?? null) === null;
  }
  get notCustomerText(): string {
    return this.objectApiName === "Account" ? labels.companyNoCustomer : labels.notCustomer;
  }
  get canSell(): boolean {
    return this.offer?.maySell === true && this.objectApiName !== "Stripe_Subscription__c";
  }
  get hasCard(): boolean {
    return this.card !== "";
  }
  get isByLink(): boolean {
    return this.path === LINK || !this.hasCard;
  }
  get sellLabel(): string {
    return this.isByLink ? labels.createLink : filled(labels.chargeCard, this.card);
  }
  get isIncomplete(): boolean {
    return this.plan === "" || !isCount(this.quantity) || !this.isTrialPossible;
  }
  /** Stripe takes a code that is given, or one the customer enters at the link. */
  get mayAllowCodes(): boolean {
    return this.isByLink && this.discountCode === "";
  }
  get total(): string {
    const plan = this.offer?.plans?.find(({ name }) => name === this.plan);
    return plan === undefined || !isCount(this.quantity) ? "" : priceText(plan, this.quantity);
  }
  get cards(): readonly (Card & { readonly isChanging: boolean })[] {
    return (this.offer?.subscriptions ?? []).map((each) => {
      const card = cardOf(each, this.now);
      return { ...card, isChanging: card.canChange && card.recordId === this.changingId };
    });
  }
  get hasCards(): boolean {
    return this.cards.length > 0;
  }
  get mayChange(): boolean {
    return this.offer?.maySell === true;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  choosePlan(event: CustomEvent<{ readonly value: string }>): void {
    this.plan = event.detail.value;
  }
  chooseQuantity(event: CustomEvent<{ readonly value: string }>): void {
    this.quantity = Number(event.detail.value) || 0;
  }
  chooseWay(event: CustomEvent<{ readonly value: string }>): void {
    this.path = event.detail.value;
  }

  chooseTrial(event: CustomEvent<{ readonly value: string }>): void {
    this.trialDays = event.detail.value;
  }
  chooseCode(event: CustomEvent<{ readonly value: string }>): void {
    this.discountCode = event.detail.value.trim();
  }
  chooseAllow(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.allowsPromotionCodes = event.detail.checked;
  }

  /** A card is charged only after it was asked for once more: money moves. */
  async sell({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    if (this.isByLink) await this.make();
    else this.ask({ kind: "charge", text: filled(labels.askCharge, this.card) }, currentTarget);
  }
  askCancel(event: Event & { readonly currentTarget: HTMLElement }): void {
    this.askWhether(event, "Now", labels.askCancelNow);
  }
  askWithdraw(event: Event & { readonly currentTarget: HTMLElement }): void {
    this.askWhether(event, "Withdraw Link", labels.askWithdraw);
  }
  async answerYes(): Promise<void> {
    const { question } = this;
    this.endQuestion();
    if (question?.kind === "charge") await this.make();
    else if (question !== null)
      await this.act(() => cancel({ subscriptionId: question.id, request: question.request }));
  }
  answerNo(): void {
    this.endQuestion();
  }
  askChange(event: Event & { readonly currentTarget: HTMLElement }): void {
    this.changingId = event.currentTarget.dataset["id"] ?? null;
  }
  closeChange(): void {
    const id = this.changingId ?? "";
    this.changingId = null;
    this.template?.querySelector<HTMLElement>(`.change[data-id="${id}"]`)?.focus();
  }
  async finishChange(event: CustomEvent<string>): Promise<void> {
    this.changingId = null;
    this.announcement = event.detail;
    await this.refresh();
  }
  async cancelAtEnd(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await this.requestOf(event, "At Period End");
  }
  async keep(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    await this.requestOf(event, "Keep");
  }
  async renew(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    const subscriptionId = event.currentTarget.dataset["id"];
    await this.act(() => renew({ subscriptionId }));
  }

  async copy(event: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.cardOf(event)?.link ?? "");
      this.announcement = labels.copied;
    } catch {
      this.announcement = labels.copyFailed;
    }
  }

  email(event: Event & { readonly currentTarget: HTMLElement }): void {
    const card = this.cardOf(event);
    if (card?.link === null || card?.link === undefined) return;
    this[NavigationMixin.Navigate](
      composerOf({
        recordId: this.recordId,
        to: this.offer?.email,
        subject: filled(labels.mailSubject, card.plan),
        text: filled(labels.mailBody, card.plan, card.link),
      }),
    );
  }

  open(event: Event & { readonly currentTarget: HTMLElement }): void {
    const recordId = event.currentTarget.dataset["id"] ?? "";
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId, objectApiName: "Stripe_Subscription__c", actionName: "view" },
    });
  }

  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  /** The same list as long as it says the same: one that is open forgets, given a new one, which entry the keyboard is on. */
  private list({ plans, savedCard }: Offer): void {
    const listed = (plans ?? []).map((plan) => {
      const price = priceText(plan, 1);
      const name = plan.name ?? "";
      return { value: name, label: price === "" ? name : `${name}, ${price}` };
    });
    if (JSON.stringify(listed) !== JSON.stringify(this.plans)) this.plans = listed;
    const label = filled(labels.cardOnFile, methodWording(savedCard ?? ""));
    if (this.ways[1]?.label !== label)
      this.ways = [
        { value: LINK, label: labels.link },
        { value: CARD, label },
      ];
  }

  private get offer(): Offer | null {
    return this.view.kind === "ready" ? this.view.offer : null;
  }
  private get card(): string {
    return methodWording(this.offer?.savedCard ?? "");
  }
  /** A failure that may pass is asked again too, until Salesforce answers; so is a customer that is being made. */
  private get isWaiting(): boolean {
    return (
      (this.view.kind === "failed" && !this.view.isForGood) ||
      this.isNotCustomer ||
      this.cards.some(({ isWaiting }) => isWaiting)
    );
  }

  /** Blank, or a number of days Stripe takes. */
  private get isTrialPossible(): boolean {
    const { trialDays } = this;
    return trialDays === "" || (isCount(Number(trialDays)) && Number(trialDays) <= MOST_TRIAL_DAYS);
  }

  private askWhether(
    event: Event & { readonly currentTarget: HTMLElement },
    request: EndRequest,
    wording: string,
  ): void {
    const { currentTarget } = event;
    const id = currentTarget.dataset["id"] ?? "";
    const text = filled(wording, this.cardOf(event)?.title ?? "");
    this.ask({ kind: "cancel", text, id, request }, currentTarget);
  }
  private ask(question: Question, askedBy: HTMLElement): void {
    this.question = question;
    this.askedBy = askedBy;
    this.isQuestionFocused = false;
  }
  private focusOnQuestion(): void {
    if (this.isQuestionFocused || this.question === null) return;
    this.isQuestionFocused = true;
    this.template?.querySelector<HTMLElement>(".no")?.focus();
  }
  private endQuestion(): void {
    this.question = null;
    this.askedBy?.focus();
  }

  private async make(): Promise<void> {
    const { recordId, plan, quantity, discountCode } = this;
    const sale = {
      plan,
      quantity,
      path: this.isByLink ? LINK : CARD,
      trialDays: this.trialDays === "" ? null : Number(this.trialDays),
      discountCode,
      allowsPromotionCodes: this.mayAllowCodes && this.allowsPromotionCodes,
    };
    const isSold = await this.act(() => sell({ recordId, sale }));
    if (!isSold) return;
    this.announcement = filled(labels.sold, plan);
    this.plan = "";
    this.quantity = 1;
    this.trialDays = "";
    this.discountCode = "";
    this.allowsPromotionCodes = false;
  }

  private async requestOf(
    event: Event & { readonly currentTarget: HTMLElement },
    request: string,
  ): Promise<void> {
    const subscriptionId = event.currentTarget.dataset["id"];
    await this.act(() => cancel({ subscriptionId, request }));
  }

  /** @returns whether it was done; what is asked for while something else is under way is not */
  private async act(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.refusal = null;
    try {
      await work();
      await this.refresh();
      return true;
    } catch (error) {
      this.refusal = sentenceOf(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  private cardOf(event: Event & { readonly currentTarget: HTMLElement }): Card | undefined {
    return this.cards.find(({ recordId }) => recordId === event.currentTarget.dataset["id"]);
  }

  /** What changed is news for the components around this one, and for who listens to the page. */
  private tellPage(): void {
    const stages = JSON.stringify(this.cards.map(({ key, stateText }) => [key, stateText]));
    const isFirst = this.shownStages === "";
    if (stages === this.shownStages) return;
    this.shownStages = stages;
    if (isFirst) return;
    const [newest] = this.cards;
    if (newest !== undefined)
      this.announcement = filled(labels.stateNow, newest.title, newest.stateText);
    this.dispatchEvent(new RefreshEvent());
  }
}
