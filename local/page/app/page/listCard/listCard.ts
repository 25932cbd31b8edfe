import { LightningElement, api } from "lwc";
import type { ListViewUi } from "../../../metadata/types.ts";
import { conditionOf, selectionOf } from "../../../metadata/soql";
import { objectPage, type FieldUi, type ObjectPage } from "../../core/metadata";
import { rows, wordsOf, type UiRecord } from "../../core/records";
import { addressOf, go } from "../../core/router";
import { session } from "../../core/session";
import { onSignal } from "../../core/signals";

const USUAL_SIZE = 5;
/** A card is narrow: the name and a few columns beside it. */
const MOST_COLUMNS = 5;

interface Row {
  readonly id: string;
  readonly address: string | null;
  readonly record: UiRecord;
  readonly first: FieldUi | undefined;
  readonly words: string;
  readonly cells: readonly FieldUi[];
}

/** The beginning of a list view, as `flexipage:filterListCard` shows it on a home page. */
export default class ListCard extends LightningElement {
  @api properties: Readonly<Record<string, string>> = {};

  page: ObjectPage | null = null;
  records: readonly UiRecord[] = [];
  problem: string | null = null;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stop = onSignal("changed", () => void this.load());
    void this.load();
  }
  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get object(): string {
    return this.properties["entityName"] ?? "";
  }
  get heading(): string {
    const { page, view } = this;
    return page === null ? "" : `${page.labelPlural}: ${view?.label ?? "All"}`;
  }
  get address(): string {
    return `/lightning/o/${this.object}/list?filterName=${this.view?.name ?? "All"}`;
  }
  get isShown(): boolean {
    return this.page !== null || this.problem !== null;
  }
  get isEmpty(): boolean {
    return this.records.length === 0;
  }
  get columns(): readonly FieldUi[] {
    const { page } = this;
    if (page === null) return [];
    return [...new Set([page.nameField, ...(this.view?.columns ?? [])])]
      .flatMap((name) => page.fields[name] ?? [])
      .slice(0, MOST_COLUMNS);
  }
  get rows(): readonly Row[] {
    const [first, ...cells] = this.columns;
    return this.records.map((record) => ({
      id: record.id,
      record,
      first,
      cells,
      words: first === undefined ? record.id : wordsOf(record, first) || record.id,
      address: addressOf({
        type: "standard__recordPage",
        attributes: { objectApiName: record.apiName, recordId: record.id },
      }),
    }));
  }

  open(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname + event.currentTarget.search);
  }

  private get view(): ListViewUi | undefined {
    return this.page?.ui.listViews.find(({ name }) => name === this.properties["filterName"]);
  }

  private async load(): Promise<void> {
    try {
      const page = await objectPage(this.object);
      this.page = page;
      const place = {
        object: this.object,
        fields: page.fields,
        nameField: page.nameField,
        userId: session.user.id,
      };
      const condition = this.view === undefined ? "" : conditionOf(this.view, place);
      const selected = selectionOf(this.view?.columns ?? [], place).join(", ");
      const size = Number(this.properties["pageSize"] ?? USUAL_SIZE) || USUAL_SIZE;
      this.records = await rows(
        `SELECT ${selected} FROM ${this.object}${condition === "" ? "" : ` WHERE ${condition}`} ORDER BY CreatedDate DESC, Id DESC LIMIT ${size}`,
      );
      this.problem = null;
    } catch (error) {
      // What the viewer may not see has no card.
      const isHidden = error instanceof Error && Reflect.get(error, "status") === 404;
      this.problem = isHidden ? null : error instanceof Error ? error.message : String(error);
    }
  }
}
