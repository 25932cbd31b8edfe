import { LightningElement, api } from "lwc";

const AGAIN_MS = 5_000;

/** Why something is not shown; asks for it again by itself, and at once on demand. */
export default class Problem extends LightningElement {
  @api message = "";
  /** Whether another try can help: a refusal for good is not asked again. */
  @api canPass = false;

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    if (this.canPass) this.#timer = setInterval(() => this.retry(), AGAIN_MS);
  }
  override disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  retry(): void {
    this.dispatchEvent(new CustomEvent("retry"));
  }
}
