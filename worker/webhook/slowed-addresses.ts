/** How long an address over the limit is answered without its bodies being read. */
export const SLOWED_SECONDS = 10;
/** More than these at once are no few senders: then nothing is gained by remembering each. */
const MOST_ADDRESSES = 1_000;

/** Addresses that send so much whose signature is refused that no more work is done for them. One list an isolate. */
export class SlowedAddresses {
  readonly #untilMs = new Map<string, number>();

  has(address: string, nowMs: number): boolean {
    const untilMs = this.#untilMs.get(address);
    if (untilMs === undefined) return false;
    if (nowMs < untilMs) return true;
    this.#untilMs.delete(address);
    return false;
  }

  /** Counts a delivery whose signature was refused. What verifies is never counted, so Stripe itself is not slowed down by its bursts. */
  async countRefused(address: string, limit: RateLimit, nowMs: number): Promise<void> {
    const { success } = await limit.limit({ key: address });
    if (success || this.#untilMs.size >= MOST_ADDRESSES) return;
    this.#untilMs.set(address, nowMs + SLOWED_SECONDS * 1000);
  }
}
