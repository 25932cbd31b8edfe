import { LightningElement, api } from "lwc";
import type { FieldUi } from "../../core/metadata";
import { wordsOf, type UiRecord } from "../../core/records";
import { addressOf, go } from "../../core/router";

/** Users and queues have no page here; an owner's field names both, whichever it holds. */
const OF_PEOPLE = /^00[5G]/;

/** An address that is longer than a URL field holds stands in a text area. */
const WEB_TYPES: ReadonlySet<string> = new Set(["url", "textarea"]);

/** From so many characters on it is a sentence. */
const SENTENCE_LENGTH = 60;

/** One field of a record, drawn by its type. */
export default class FieldValue extends LightningElement {
  @api field: FieldUi | undefined;
  @api record: UiRecord | undefined;

  get words(): string {
    return this.field === undefined || this.record === undefined
      ? ""
      : wordsOf(this.record, this.field);
  }
  get isCheckbox(): boolean {
    return this.field?.type === "boolean";
  }
  get isChecked(): boolean {
    return this.words === "true";
  }
  get checkboxLabel(): string {
    return this.isChecked ? "Yes" : "No";
  }
  get checkboxIcon(): string {
    return this.isChecked ? "utility:check" : "utility:steps";
  }
  get isLookup(): boolean {
    return this.address !== null && this.words !== "";
  }
  get isWeb(): boolean {
    return WEB_TYPES.has(this.field?.type ?? "") && /^https?:\/\/\S+$/.test(this.words);
  }
  get isEmail(): boolean {
    return this.field?.type === "email" && this.words !== "";
  }
  get isPhone(): boolean {
    return this.field?.type === "phone" && this.words !== "";
  }
  get isHtml(): boolean {
    return this.field?.htmlFormatted === true && this.words !== "";
  }
  get isLong(): boolean {
    return this.field?.type === "textarea";
  }
  get wordsClass(): string {
    return this.words.length < SENTENCE_LENGTH ? "words" : "text";
  }
  get address(): string | null {
    const { field, record } = this;
    if (field === undefined || record === undefined) return null;
    if (field.relationshipName === null) return null;
    const id = record.fields[field.name]?.value;
    const [object] = field.referenceTo;
    if (typeof id !== "string" || object === undefined || OF_PEOPLE.test(id)) return null;
    return addressOf({
      type: "standard__recordPage",
      attributes: { objectApiName: object, recordId: id },
    });
  }

  follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || this.address === null) return;
    event.preventDefault();
    go(this.address);
  }
}
