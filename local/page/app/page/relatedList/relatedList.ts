import { LightningElement, api } from "lwc";
import type { RelatedListUi } from "../../../metadata/types.ts";
import { selectionOf } from "../../../metadata/soql";
import { objectPage, type FieldUi, type ObjectPage } from "../../core/metadata";
import { rows, wordsOf, type UiRecord } from "../../core/records";
import { addressOf, go } from "../../core/router";
import { session } from "../../core/session";
import { onSignal } from "../../core/signals";

const MOST = 6;

interface Row {
  readonly id: string;
  readonly address: string;
  readonly record: UiRecord;
  readonly cells: readonly FieldUi[];
  readonly first: FieldUi | undefined;
  readonly firstWords: string;
}

/** The records below this one, as a related list of its layout shows them. */
export default class RelatedList extends LightningElement {
  @api list: RelatedListUi | undefined;
  @api object: ObjectPage | undefined;
  @api record: UiRecord | undefined;

  child: ObjectPage | null = null;
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

  /** A list of an object the viewer may not see is not there. */
  get isShown(): boolean {
    return this.child !== null || this.problem !== null;
  }
  get heading(): string {
    const { length } = this.records;
    return `${this.child?.labelPlural ?? ""} (${length > MOST ? `${MOST}+` : length})`;
  }
  get columns(): readonly FieldUi[] {
    const { child, list } = this;
    if (child === null || list === undefined) return [];
    const names = [...new Set([child.nameField, ...list.columns])];
    return names.flatMap((name) => child.fields[name] ?? []);
  }
  get isEmpty(): boolean {
    return this.records.length === 0;
  }
  get rows(): readonly Row[] {
    const [first, ...rest] = this.columns;
    return this.records.slice(0, MOST).map((record) => ({
      id: record.id,
      record,
      first,
      firstWords: first === undefined ? record.id : wordsOf(record, first) || record.id,
      cells: rest,
      address:
        addressOf({
          type: "standard__recordPage",
          attributes: { objectApiName: record.apiName, recordId: record.id },
        }) ?? "",
    }));
  }

  open(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(event.currentTarget.pathname);
  }

  private async load(): Promise<void> {
    const { list, object, record } = this;
    if (list === undefined || object === undefined || record === undefined) return;
    const relation = object.children.find(
      ({ object: child, field, relationshipName }) =>
        `${child}.${field}` === list.name ||
        relationshipName === list.name ||
        `Related${child}List` === list.name,
    );
    if (relation === undefined) return;
    try {
      const child = await objectPage(relation.object);
      this.child = child;
      const place = {
        object: relation.object,
        fields: child.fields,
        nameField: child.nameField,
        userId: session.user.id,
      };
      const order =
        child.fields[list.sortField ?? ""] === undefined ? "CreatedDate" : list.sortField;
      const direction = list.sortField === null || list.isDescending ? "DESC NULLS LAST" : "ASC";
      this.records = await rows(
        `SELECT ${selectionOf(list.columns, place).join(", ")} FROM ${relation.object} WHERE ${relation.field} = '${record.id}' ORDER BY ${order ?? "Id"} ${direction} LIMIT ${MOST + 1}`,
      );
      this.problem = null;
    } catch (error) {
      // What the viewer may not see has no list.
      const isHidden =
        typeof error === "object" && error !== null && Reflect.get(error, "status") === 404;
      if (isHidden) this.child = null;
      this.problem = isHidden ? null : error instanceof Error ? error.message : String(error);
    }
  }
}
