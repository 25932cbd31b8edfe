import { LightningElement, api } from "lwc";
import type { Draft } from "../../core/signals";
import { signal } from "../../core/signals";

/** The e-mail composer: filled in, edited by the person. On a laptop the message goes nowhere, and says so. */
export default class Composer extends LightningElement {
  @api draft: Draft | undefined;

  #subject: string | null = null;

  override renderedCallback(): void {
    const dialog = this.refs?.["dialog"] as HTMLDialogElement | undefined;
    if (dialog !== undefined && !dialog.open) dialog.showModal();
  }
  get to(): string {
    return this.draft?.to ?? "";
  }
  get subject(): string {
    return this.#subject ?? this.draft?.subject ?? "";
  }
  get body(): string {
    return this.draft?.body ?? "";
  }
  changeSubject(event: CustomEvent<{ readonly value: string }>): void {
    this.#subject = event.detail.value;
  }
  send(): void {
    signal("toast", {
      title: "The message would be sent now.",
      message: `To ${this.to}: ${this.subject}`,
      variant: "success",
    });
    this.close();
  }
  close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
}
