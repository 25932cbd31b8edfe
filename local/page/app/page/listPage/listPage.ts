import { LightningElement, api } from "lwc";
import type { ListViewUi } from "../../../metadata/types.ts";
import { conditionOf, selectionOf } from "../../../metadata/soql";
import { objectPage, type FieldUi, type ObjectPage } from "../../core/metadata";
import { rows, wordsOf, type UiRecord } from "../../core/records";
import { addressOf, go } from "../../core/router";
import { session } from "../../core/session";
import { onSignal } from "../../core/signals";

const PAGE_SIZE = 50;
const USUAL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Contact: ["Name", "AccountId", "Title", "Email", "Phone"],
  Account: ["Name", "Phone", "Website", "Industry"],
};

/** A list view of an object. */
export default class ListPage extends LightningElement {
  @api object = "";
  @api filter: string | null = null;

  page: ObjectPage | null = null;
  records: readonly UiRecord[] = [];
  hasMore = false;
  isLoading = true;
  problem: string | null = null;
  isMaking = false;
  chosen: string | null = null;
  #limit = PAGE_SIZE;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.chosen = this.filter;
    this.#stop = onSignal("changed", () => void this.load());
    void this.load();
  }
  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get heading(): string {
    return this.page?.labelPlural ?? this.object;
  }
  get views(): readonly ListViewUi[] {
    const own = this.page?.ui.listViews ?? [];
    return own.some(({ name }) => name === "All") ? own : [...own, this.everything];
  }
  get options(): readonly { readonly label: string; readonly value: string }[] {
    return this.views.map(({ name, label }) => ({ label, value: name }));
  }
  get view(): ListViewUi {
    const named = this.views.find(({ name }) => name === this.chosen);
    return named ?? this.views.find(({ name }) => name === "All") ?? this.everything;
  }
  get viewName(): string {
    return this.view.name;
  }
  get columns(): readonly FieldUi[] {
    const { page } = this;
    if (page === null) return [];
    return [...new Set([page.nameField, ...this.view.columns])].flatMap(
      (name) => page.fields[name] ?? [],
    );
  }
  get rows(): readonly object[] {
    const [first, ...cells] = this.columns;
    return this.records.map((record) => ({
      id: record.id,
      record,
      cells,
      first,
      words: first === undefined ? record.id : wordsOf(record, first) || record.id,
      address: addressOf({
        type: "standard__recordPage",
        attributes: { objectApiName: record.apiName, recordId: record.id },
      }),
    }));
  }
  get isEmpty(): boolean {
    return !this.isLoading && this.problem === null && this.records.length === 0;
  }
  get canMake(): boolean {
    return this.page?.createable === true;
  }
  get count(): string {
    if (this.isLoading || this.problem !== null) return "";
    const { length } = this.records;
    return `${length}${this.hasMore ? "+" : ""} ${length === 1 ? "item" : "items"}`;
  }

  choose(event: CustomEvent<{ readonly value: string }>): void {
    go(`/lightning/o/${this.object}/list?filterName=${event.detail.value}`);
  }
  open(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname);
  }
  make(): void {
    this.isMaking = true;
  }
  endMaking(): void {
    this.isMaking = false;
  }
  showMore(): void {
    this.#limit += PAGE_SIZE;
    void this.load();
  }

  async load(): Promise<void> {
    try {
      const page = await objectPage(this.object);
      this.page = page;
      document.title = page.labelPlural;
      const place = {
        object: this.object,
        fields: page.fields,
        nameField: page.nameField,
        userId: session.user.id,
      };
      const condition = conditionOf(this.view, place);
      const order = page.fields["CreatedDate"] === undefined ? "Id" : "CreatedDate DESC, Id";
      const found = await rows(
        `SELECT ${selectionOf(this.view.columns, place).join(", ")} FROM ${this.object}${condition === "" ? "" : ` WHERE ${condition}`} ORDER BY ${order} DESC LIMIT ${this.#limit + 1}`,
      );
      this.hasMore = found.length > this.#limit;
      this.records = found.slice(0, this.#limit);
      this.problem = null;
    } catch (error) {
      const isHidden = error instanceof Error && Reflect.get(error, "status") === 404;
      this.problem = isHidden
        ? "There is no such object, or you may not see it."
        : error instanceof Error
          ? error.message
          : String(error);
    }
    this.isLoading = false;
  }

  private get everything(): ListViewUi {
    const columns = USUAL_COLUMNS[this.object] ?? this.page?.ui.compact ?? [];
    return {
      name: "All",
      label: "All",
      columns,
      filters: [],
      booleanFilter: null,
      isOfOwnRecords: false,
    };
  }
}
