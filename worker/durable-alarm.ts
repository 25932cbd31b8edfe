/** An alarm this far in the past has been lost: the platform rings within seconds, or retries. */
const LOST_AFTER_MS = 60_000;
/** An alarm set for a moment that is over can ring late; one for the near future does not. */
export const SOONEST_MS = 1;

/** Whether an alarm that is set for then makes another for `dueMs` needless. */
export function ringsBy(alarmMs: number | null, dueMs: number, nowMs: number): boolean {
  return alarmMs !== null && alarmMs > nowMs - LOST_AFTER_MS && alarmMs <= Math.max(dueMs, nowMs);
}

/**
 * The alarm of a Durable Object, which has one. What is remembered of it may be wrong: an alarm that stands in the past never rang, and is
 * taken for lost after a minute.
 */
export class DurableAlarm {
  readonly #storage: DurableObjectStorage;
  #alarmMs: number | null = null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Reads what is set; to be called when the object wakes, and by whoever checks it. */
  async read(): Promise<void> {
    this.#alarmMs = await this.#storage.getAlarm();
  }

  /** To be called first thing in `alarm()`: from then on none is set. */
  rang(): void {
    this.#alarmMs = null;
  }

  /** Makes sure the alarm rings by then, and never puts it off. Not awaited: the platform commits it together with the rows written before. */
  armBy(dueMs: number): void {
    const nowMs = Date.now();
    if (ringsBy(this.#alarmMs, dueMs, nowMs)) return;
    this.#alarmMs = Math.max(dueMs, nowMs + SOONEST_MS);
    void this.#storage.setAlarm(this.#alarmMs);
  }

  /** After a failure: rings then, whatever was set. */
  async armAgain(afterMs: number): Promise<void> {
    this.#alarmMs = Date.now() + afterMs;
    await this.#storage.setAlarm(this.#alarmMs);
  }
}
