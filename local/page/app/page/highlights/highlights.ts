import { LightningElement, api } from "lwc";
import type { ActionUi } from "../../../metadata/types.ts";
import type { FieldUi, ObjectPage } from "../../core/metadata";
import { wordsOf, type UiRecord } from "../../core/records";

/** Of objects that are everybody's: what a rep wants to see first. */
const USUAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Contact: ["Name", "AccountId", "Title", "Email", "Phone"],
  Account: ["Name", "Type", "Phone", "Website", "Industry"],
};

/** The header of a record page: title, the other fields of the compact layout, what can be done. */
export default class Highlights extends LightningElement {
  @api object: ObjectPage | undefined;
  @api record: UiRecord | undefined;
  /** Of a page that decides on its actions itself; undefined: those of the layout. */
  @api chosenActions: readonly string[] | undefined;

  isEditing = false;
  action: ActionUi | null = null;

  get label(): string {
    return this.object?.label ?? "";
  }
  get heading(): string {
    const { object, record } = this;
    if (object === undefined || record === undefined) return "";
    const [first = object.nameField] = this.names;
    const field = object.fields[first] ?? object.fields[object.nameField];
    return field === undefined ? "" : wordsOf(record, field);
  }
  get fields(): readonly FieldUi[] {
    const { object } = this;
    if (object === undefined) return [];
    return this.names.slice(1, 7).flatMap((name) => object.fields[name] ?? []);
  }
  get hasFields(): boolean {
    return this.fields.length > 0;
  }
  get icon(): string {
    const { icon = null, object = "" } = this.object?.ui ?? {};
    const isStandard = /^[A-Z][A-Za-z]+$/.test(object) && !object.includes("__");
    return icon ?? (isStandard ? `standard:${object.toLowerCase()}` : "standard:record");
  }
  get canEdit(): boolean {
    const { object, record, chosenActions } = this;
    if (chosenActions?.includes("Edit") === false) return false;
    return object?.updateable === true && record?.mayEdit === true;
  }
  get actions(): readonly (ActionUi & {
    readonly isOfSalesforce: boolean;
    readonly title: string;
  })[] {
    const { object, chosenActions } = this;
    const ofLayout = object?.ui.actions ?? [];
    const shown =
      chosenActions === undefined
        ? ofLayout
        : chosenActions.flatMap((name) => ofLayout.filter((action) => action.name === name));
    return shown.map((action) => ({
      ...action,
      isOfSalesforce: action.component === null,
      title:
        action.component === null
          ? `${action.label}: Salesforce runs this action (${action.kind}).`
          : action.label,
    }));
  }

  private get names(): readonly string[] {
    const { compact = [], object = "" } = this.object?.ui ?? {};
    return compact.length > 0 ? compact : (USUAL_FIELDS[object] ?? []);
  }

  edit(): void {
    this.isEditing = true;
  }
  endEditing(): void {
    this.isEditing = false;
  }
  run(event: Event & { readonly currentTarget: HTMLElement }): void {
    const { name } = event.currentTarget.dataset;
    this.action = this.object?.ui.actions.find((action) => action.name === name) ?? null;
  }
  endAction(): void {
    this.action = null;
  }
}
