import { LightningElement, api } from "lwc";
import { relativeText } from "./relative";

const MINUTE_MS = 60_000;

/** How far away a moment is: `in 2 hours`. Platform's own speaks the user's locale, in the midst of sentences in their language. */
export default class StripeRelativeTime extends LightningElement {
  /** Milliseconds. */
  @api value: number | null | undefined;

  now = Date.now();
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    this.timer = setInterval(() => {
      this.now = Date.now();
    }, MINUTE_MS);
  }
  override disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  get words(): string {
    const { value } = this;
    return value === null || value === undefined ? "" : relativeText(value, this.now);
  }
}
