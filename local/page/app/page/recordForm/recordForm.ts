import { LightningElement, api } from "lwc";
import type { FieldUi, ObjectPage } from "../../core/metadata";
import { createRecord, updateRecord, wordsOf, type UiRecord } from "../../core/records";
import { addressOf, go } from "../../core/router";
import { sectionsOf } from "../../core/sections";
import { signal } from "../../core/signals";

const INPUT_TYPES: Readonly<Record<string, string>> = {
  boolean: "checkbox",
  date: "date",
  datetime: "datetime",
  time: "time",
  email: "email",
  phone: "tel",
  url: "url",
  int: "number",
  double: "number",
  long: "number",
  currency: "number",
  percent: "number",
};

interface Input {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isLookup: boolean;
  readonly isPicklist: boolean;
  readonly isLong: boolean;
  readonly isCheckbox: boolean;
  readonly step: string;
  readonly reference: string;
  readonly words: string;
  readonly value: unknown;
  readonly checked: boolean;
  readonly length: number | undefined;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** New and Edit: the fields a layout lets people write, saved with the words of what refuses. */
export default class RecordForm extends LightningElement {
  @api object: ObjectPage | undefined;
  /** undefined: a new record. */
  @api record: UiRecord | undefined;

  problem: string | null = null;
  isSaving = false;
  #changed: Record<string, unknown> = {};

  override renderedCallback(): void {
    const dialog = this.refs?.["dialog"] as HTMLDialogElement | undefined;
    if (dialog !== undefined && !dialog.open) dialog.showModal();
  }

  get heading(): string {
    const label = this.object?.label ?? "";
    return this.record === undefined ? `New ${label}` : `Edit ${label}`;
  }
  get inputs(): readonly Input[] {
    const { object } = this;
    if (object === undefined) return [];
    const items = sectionsOf(object).flatMap(({ columns }) => columns.flat());
    const isNew = this.record === undefined;
    return items.flatMap(({ field: name, behavior }) => {
      const field = object.fields[name];
      if (field === undefined || behavior === "Readonly" || field.calculated) return [];
      if (isNew ? !field.createable : !field.updateable) return [];
      return [this.input(field, behavior === "Required")];
    });
  }

  change(event: CustomEvent<{ readonly value?: unknown; readonly checked?: boolean }>): void {
    const { name, isCheckbox } = this.inputOf(event);
    const { value, checked } = event.detail;
    this.#changed[name] = isCheckbox ? checked === true : value === "" ? null : value;
  }
  chooseRecord(event: CustomEvent<{ readonly id: string | null }>): void {
    this.#changed[this.inputOf(event).name] = event.detail.id;
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const { object, record } = this;
    if (object === undefined || this.isSaving || !this.isValid()) return;
    this.isSaving = true;
    this.problem = null;
    try {
      if (record === undefined) {
        const made = await createRecord(object.ui.object, this.#changed);
        const attributes = { objectApiName: object.ui.object, recordId: made.id };
        go(addressOf({ type: "standard__recordPage", attributes }) ?? "/");
      } else {
        await updateRecord(record.id, this.#changed);
      }
      signal("toast", { title: `${object.label} was saved.`, message: "", variant: "success" });
      signal("changed", record === undefined ? [] : [record.id]);
      this.close();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.isSaving = false;
  }

  close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }

  private isValid(): boolean {
    const fields = this.template?.querySelectorAll<HTMLElement & { reportValidity(): boolean }>(
      "lightning-input, lightning-combobox, lightning-textarea",
    );
    const wrong = [...(fields ?? [])].filter((field) => !field.reportValidity());
    // As Salesforce's own form does: the keyboard is where there is something to mend.
    wrong[0]?.focus();
    return wrong.length === 0;
  }

  private inputOf(event: Event): Input {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const input = this.inputs.find((each) => each.name === name);
    if (input === undefined) throw new Error(`No input ${name ?? ""}`);
    return input;
  }

  private input(field: FieldUi, isRequired: boolean): Input {
    const { record } = this;
    const standard = field.picklistValues.find(({ defaultValue }) => defaultValue)?.value;
    const value =
      field.name in this.#changed
        ? this.#changed[field.name]
        : record === undefined
          ? standard
          : record.fields[field.name]?.value;
    return {
      name: field.name,
      label: field.label,
      help: field.inlineHelpText ?? "",
      type: INPUT_TYPES[field.type] ?? "text",
      isRequired,
      isLookup: field.relationshipName !== null,
      isPicklist: field.type === "picklist",
      isLong: field.type === "textarea",
      isCheckbox: field.type === "boolean",
      step: field.scale > 0 ? String(10 ** -field.scale) : "1",
      reference: field.referenceTo[0] ?? "",
      words: record === undefined ? "" : wordsOf(record, field),
      value: typeof value === "string" ? value.replace(/\+0000$/, "Z") : (value ?? ""),
      checked: value === true,
      length: field.length > 0 ? field.length : undefined,
      options: [
        ...(isRequired ? [] : [{ label: "--None--", value: "" }]),
        ...field.picklistValues
          .filter(({ active }) => active)
          .map((each) => ({ label: each.label, value: each.value })),
      ],
    };
  }
}
