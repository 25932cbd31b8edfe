import { LightningElement, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import candidates, { type Candidate } from "@salesforce/apex/StripeMatchController.candidates";
import match from "@salesforce/apex/StripeMatchController.match";
import unmatched, {
  type Customer,
  type CustomerPage,
} from "@salesforce/apex/StripeMatchController.unmatched";
import { filled } from "c/stripeFilled";
import { focusAfter, pagerAfter } from "c/stripeFocus";
import { sentenceOf } from "c/stripeRefusal";
import { candidateRowOf, rowOf, type CandidateRow, type Row } from "./row";
import { labels } from "./labels";

type View =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  | {
      readonly kind: "ready";
      readonly customers: readonly Customer[];
      readonly next: string | null;
    };

/** Stripe customers without a contact or account, and to whom they belong. */
export default class StripeUnmatchedCustomers extends LightningElement {
  readonly labels = labels;
  view: View = { kind: "loading" };
  places: readonly string[] = [""];
  openId: string | null = null;
  search = "";
  found: readonly Candidate[] | null = null;
  isBusy = false;
  said: string | null = null;
  refusal: string | null = null;

  private provisioned: Provisioned<CustomerPage> | undefined;

  private readonly focus = focusAfter(({ className }) => [
    ...pagerAfter(className),
    ".slds-card__header-title",
  ]);

  @wire(unmatched, { after: "$place" } as const)
  receive(provisioned: Provisioned<CustomerPage>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined)
      this.view = { kind: "ready", customers: data.customers ?? [], next: data.next ?? null };
    else if (error !== undefined) this.view = { kind: "failed", message: sentenceOf(error) };
  }

  override renderedCallback(): void {
    if (!this.isLoading && !this.isBusy) this.focus.settle(this.template);
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
    return this.view.kind === "ready"
      ? this.view.customers.map((each) => rowOf(each, this.openId))
      : [];
  }
  get hasRows(): boolean {
    return this.rows.length > 0;
  }
  get candidateRows(): readonly CandidateRow[] {
    const customer = this.rows.find(({ isOpen }) => isOpen);
    return (this.found ?? []).map((each) => candidateRowOf(each, customer?.name ?? ""));
  }
  get isNobodyFound(): boolean {
    return this.found?.length === 0;
  }
  get isFirst(): boolean {
    return this.places.length === 1;
  }
  get isLast(): boolean {
    return this.view.kind !== "ready" || this.view.next === null;
  }

  moved(event: FocusEvent): void {
    this.focus.moved(event);
  }

  async toggle({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    const id = currentTarget.dataset["id"] ?? null;
    this.openId = this.openId === id ? null : id;
    this.search = "";
    this.found = null;
    this.said = null;
    await this.look();
  }
  async searchFor({
    target,
  }: Event & { readonly target: { readonly value: string } }): Promise<void> {
    this.search = target.value;
    await this.look();
  }
  async join({ currentTarget }: Event & { readonly currentTarget: HTMLElement }): Promise<void> {
    if (this.isBusy) return;
    const contactId = currentTarget.dataset["id"] ?? "";
    const customer = this.rows.find(({ isOpen }) => isOpen);
    const contact = this.found?.find(({ recordId }) => recordId === contactId);
    await this.act(async () => {
      await match({ customerId: this.openId, contactId });
      this.said = filled(labels.joined, customer?.name ?? "", contact?.name ?? "");
      this.openId = null;
      if (this.provisioned !== undefined) await refreshApex(this.provisioned);
    });
  }
  showOlder(): void {
    if (this.view.kind === "ready" && this.view.next !== null)
      this.turn([...this.places, this.view.next]);
  }
  showNewer(): void {
    this.turn(this.places.slice(0, -1));
  }
  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  private turn(places: readonly string[]): void {
    this.places = places;
    this.openId = null;
    this.view = { kind: "loading" };
  }
  private async look(): Promise<void> {
    const { openId: customerId, search } = this;
    if (customerId === null) return;
    await this.act(async () => {
      const found = await candidates({ customerId, search });
      // Another customer, or other letters, may have been asked for since.
      if (this.openId === customerId && this.search === search) this.found = found;
    });
  }
  private async act(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.refusal = null;
    try {
      await work();
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
