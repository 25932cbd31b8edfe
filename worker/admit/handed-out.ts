/**
 * Longer than a consumer has a batch in hand: of 100 messages with 200 events each, which are 100 calls. What nobody has reported on by then may be
 * published again.
 */
const HELD_MS = 5 * 60_000;

/**
 * The events that consumers have in hand, from a claim to its report. In memory only: a claim that wrote would cost each event a commit, and
 * what a shard forgets by dying is an event that may be published twice, which Apex takes once.
 */
export class HandedOut {
  /** Event id → when it counts as dropped, Unix milliseconds; the earliest first. */
  readonly #untilMs = new Map<string, number>();

  has(id: string, nowMs: number): boolean {
    return (this.#untilMs.get(id) ?? 0) > nowMs;
  }

  add(id: string, nowMs: number): void {
    // Set anew it would keep its old place.
    this.#untilMs.delete(id);
    this.#untilMs.set(id, nowMs + HELD_MS);
  }

  delete(id: string): void {
    this.#untilMs.delete(id);
  }

  /** Forgets those that count as dropped. */
  dropOverdue(nowMs: number): void {
    for (const [id, untilMs] of this.#untilMs) {
      if (untilMs > nowMs) return;
      this.#untilMs.delete(id);
    }
  }
}
