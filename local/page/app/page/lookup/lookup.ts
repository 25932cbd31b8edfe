import { LightningElement, api } from "lwc";
import { objectPage } from "../../core/metadata";
import { rows } from "../../core/records";

const MOST = 7;

interface Choice {
  readonly id: string;
  readonly words: string;
}

/** Finds a record by its name. */
export default class Lookup extends LightningElement {
  @api label = "";
  @api object = "";
  @api isRequired = false;
  @api words = "";

  text: string | null = null;
  choices: readonly Choice[] = [];
  isOpen = false;
  #question = 0;

  get shown(): string {
    return this.text ?? this.words;
  }
  get hasChoices(): boolean {
    return this.isOpen && this.choices.length > 0;
  }

  async find(event: CustomEvent<{ readonly value: string }>): Promise<void> {
    this.text = event.detail.value;
    this.tell(null);
    const question = ++this.#question;
    const { nameField } = await objectPage(this.object);
    const like = this.text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
    const found = await rows(
      `SELECT Id, ${nameField} FROM ${this.object} WHERE ${nameField} LIKE '%${like}%' ORDER BY ${nameField} LIMIT ${MOST}`,
    ).catch(() => []);
    if (question !== this.#question) return;
    this.choices = found.map((record) => ({
      id: record.id,
      words: (record.fields[nameField]?.value ?? "") as string,
    }));
    this.isOpen = true;
  }

  choose(event: Event & { readonly currentTarget: HTMLElement }): void {
    const { id } = event.currentTarget.dataset;
    const choice = this.choices.find((each) => each.id === id);
    if (choice === undefined) return;
    this.text = choice.words;
    this.isOpen = false;
    this.tell(choice.id);
  }

  private tell(id: string | null): void {
    this.dispatchEvent(new CustomEvent("choose", { detail: { id } }));
  }
}
