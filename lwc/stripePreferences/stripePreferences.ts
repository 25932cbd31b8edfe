import { LightningElement, wire } from "lwc";
import { refreshApex, type Provisioned } from "@salesforce/apex";
import choose from "@salesforce/apex/StripePreferenceController.choose";
import state, { type State } from "@salesforce/apex/StripePreferenceController.state";
import { sentenceOf } from "c/stripeRefusal";
import { labels } from "./labels";

type Way = "rings" | "isEmailed" | "isTask";
interface Option {
  readonly label: string;
  readonly value: string;
}
type View =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "ready"; readonly kinds: readonly Option[] };

/** One list for good, as a group of boxes wants it. */
const WAYS: readonly (Option & { readonly value: Way })[] = [
  { value: "rings", label: labels.bell },
  { value: "isEmailed", label: labels.email },
  { value: "isTask", label: labels.task },
];

/** What the person who looks is told of, and how. Nothing counts before it is saved. */
export default class StripePreferences extends LightningElement {
  readonly labels = labels;
  readonly allWays = WAYS;
  view: View = { kind: "loading" };
  ways: readonly string[] = [];
  wanted: readonly string[] = [];
  isSaving = false;
  isSaved = false;
  refusal: string | null = null;

  private provisioned: Provisioned<State> | undefined;

  @wire(state, {} as const)
  receive(provisioned: Provisioned<State>): void {
    this.provisioned = provisioned;
    const { data, error } = provisioned;
    if (data !== undefined) this.show(data);
    else if (error !== undefined) this.view = { kind: "failed", message: sentenceOf(error) };
  }

  get isLoading(): boolean {
    return this.view.kind === "loading";
  }
  get problem(): string | null {
    return this.view.kind === "failed" ? this.view.message : null;
  }
  get kinds(): readonly Option[] {
    return this.view.kind === "ready" ? this.view.kinds : [];
  }
  get isToldNothing(): boolean {
    return this.ways.length === 0 || this.wanted.length === 0;
  }

  chooseWays(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.ways = event.detail.value;
    this.isSaved = false;
  }
  chooseKinds(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.wanted = event.detail.value;
    this.isSaved = false;
  }

  async save(): Promise<void> {
    if (this.isSaving) return;
    const { wanted, ways } = this;
    this.isSaving = true;
    this.isSaved = false;
    this.refusal = null;
    try {
      const has = (way: Way): boolean => ways.includes(way);
      await choose({
        wanted,
        rings: has("rings"),
        isEmailed: has("isEmailed"),
        isTask: has("isTask"),
      });
      this.isSaved = true;
      // What is cached would come back with the page.
      await this.look();
    } catch (error) {
      this.refusal = sentenceOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  async look(): Promise<void> {
    if (this.provisioned !== undefined) await refreshApex(this.provisioned);
  }

  private show(told: State): void {
    this.view = {
      kind: "ready",
      kinds: (told.kinds ?? []).map(({ value, label }) => ({
        value: value ?? "",
        label: label ?? "",
      })),
    };
    this.wanted = told.wanted ?? [];
    this.ways = WAYS.filter(({ value }) => told[value] === true).map(({ value }) => value);
  }
}
