import { LightningElement, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import figures, {
  type StripeRevenueFigures,
} from "@salesforce/apex/StripeRevenueController.figures";
import { NavigationMixin } from "lightning/navigation";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { filled } from "c/stripeFilled";
import { following } from "c/stripeFollow";
import { failureOf, type Failure } from "c/stripeRefusal";
import { labels } from "./labels";
import { dayText, listOf, tableOf, type Row } from "./table";

interface AccountChoice {
  readonly key: string;
  readonly label: string;
  readonly isChosen: boolean;
}

type View =
  | { readonly kind: "loading" }
  | Failure
  | { readonly kind: "empty" }
  | {
      readonly kind: "ready";
      readonly currencies: readonly string[];
      readonly rows: readonly Row[];
      readonly closed: string;
      readonly counted: string;
    };

/** How revenue stands: each figure in each currency, and the list behind it. */
export default class StripeRevenue extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  view: View = { kind: "loading" };
  /** Of the Stripe account and mode people look at; blank for the org's own. */
  accountKey = "";
  accounts: readonly AccountChoice[] = [];

  private provisioned: Provisioned<StripeRevenueFigures> | undefined;
  /** A failure is asked again until Salesforce answers, or refuses for good. */
  private readonly following = following(
    async () => this.refresh(),
    () => this.isFailedForNow,
  );

  private registration: unknown;

  @wire(figures, { accountKey: "$accountKey" } as const)
  receive(provisioned: Provisioned<StripeRevenueFigures>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) {
      this.view = viewOf(data);
      this.accounts = choicesOf(data);
    } else if (error !== undefined) {
      this.view = failureOf(error);
      if (this.isFailedForNow) this.following.begin();
    }
  }

  override connectedCallback(): void {
    this.registration = registerRefreshHandler(this, async () => {
      await this.refresh();
      return true;
    });
  }
  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.registration);
    this.following.end();
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get isEmpty(): boolean {
    return this.view.kind === "empty";
  }
  get currencies(): readonly string[] {
    return this.view.kind === "ready" ? this.view.currencies : [];
  }
  get rows(): readonly Row[] {
    return this.view.kind === "ready" ? this.view.rows : [];
  }
  get closed(): string {
    return this.view.kind === "ready" ? this.view.closed : "";
  }

  get counted(): string {
    return this.view.kind === "ready" ? this.view.counted : "";
  }

  /** With one there is nothing to choose. */
  get hasSeveralAccounts(): boolean {
    return this.accounts.length > 1;
  }

  chooseAccount({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }): void {
    this.view = { kind: "loading" };
    this.accountKey = currentTarget.value;
  }

  async refresh(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  openList(event: Event & { readonly currentTarget: HTMLElement }): void {
    const list = listOf(event.currentTarget.dataset["name"] ?? "");
    if (list === null) return;
    this[NavigationMixin.Navigate]({
      type: "standard__objectPage",
      attributes: { objectApiName: list.objectApiName, actionName: "list" },
      state: { filterName: list.filterName },
    });
  }

  private get isFailedForNow(): boolean {
    return this.view.kind === "failed" && !this.view.isForGood;
  }
}

function choicesOf({ accounts, accountKey }: StripeRevenueFigures): readonly AccountChoice[] {
  return (accounts ?? []).map(({ key, label }) => ({
    key: key ?? "",
    label: label ?? key ?? "",
    isChosen: key === accountKey,
  }));
}

function viewOf({ figures: found, closedThrough, counted }: StripeRevenueFigures): View {
  const { currencies, rows } = tableOf(found ?? []);
  if (currencies.length === 0 && rows.every(({ isTooMany }) => !isTooMany))
    return { kind: "empty" };
  const closed =
    closedThrough === null || closedThrough === undefined
      ? labels.notClosed
      : filled(labels.closedThrough, dayText(closedThrough));
  return {
    kind: "ready",
    currencies,
    rows,
    closed,
    counted: filled(labels.counted, counted ?? ""),
  };
}
