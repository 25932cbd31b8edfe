/** The secret that deliveries are signed with, as whoever rolls it at Stripe and in Secrets Manager sees it. */
import { randomBytes } from "node:crypto";
import { putWebhookSecret } from "../../local/stack/secrets.ts";
import type { Stack } from "../../local/stack/stack.ts";

export class SigningSecret {
  readonly #stack: Stack;
  #current: string;

  constructor(stack: Stack) {
    this.#stack = stack;
    this.#current = stack.credentials.webhookSecret;
  }

  /** What Stripe signs with now. */
  get current(): string {
    return this.#current;
  }

  /** A new one in both places: the one before is the previous version from now on. */
  async rotate(): Promise<void> {
    const next = `whsec_${randomBytes(16).toString("hex")}`;
    await this.#put(next);
    this.#current = next;
  }

  /** Somebody stores what is none; Stripe goes on signing with the last good one. */
  async spoil(): Promise<void> {
    await this.#put('{"endpoints": "whsec_');
  }

  async mend(): Promise<void> {
    await this.#put(this.#current);
  }

  async #put(value: string): Promise<void> {
    const { state, credentials } = this.#stack;
    await putWebhookSecret(state.urls.secrets, credentials.aws, value);
  }
}
