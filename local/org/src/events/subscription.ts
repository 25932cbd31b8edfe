import type { StoredEvent } from "../async/event-message.ts";

/** Source: Platform Events Developer Guide, Retry Event Triggers: the initial run and nine retries, then the trigger stops. */
const MAX_RETRIES = 9;

/** One trigger's place in the bus, or one flow's. */
export class Subscription {
  readonly kind: "trigger" | "flow";
  /** Of the trigger or the flow. */
  readonly trigger: string;
  readonly object: string;
  #batchSize = 0;
  #username: string | null = null;
  retries = 0;
  lastError: string | null = null;
  /** After too many retries the trigger gets no more events until it is saved again. */
  isStopped = false;
  private waiting: StoredEvent[] = [];

  constructor(
    kind: "trigger" | "flow",
    trigger: string,
    object: string,
    batchSize: number,
    username: string | null,
  ) {
    this.kind = kind;
    this.trigger = trigger;
    this.object = object;
    this.configure(batchSize, username);
  }

  /** @param username of the configured user; null: the Automated Process user */
  configure(batchSize: number, username: string | null): void {
    this.#batchSize = batchSize;
    this.#username = username;
  }

  get username(): string | null {
    return this.#username;
  }

  /** Its trigger was saved again. */
  resume(): void {
    this.isStopped = false;
    this.retries = 0;
    this.lastError = null;
  }

  add(events: readonly StoredEvent[]): void {
    if (!this.isStopped) this.waiting.push(...events);
  }

  get hasWork(): boolean {
    return !this.isStopped && this.waiting.length > 0;
  }

  /** The next events in the order of the bus. A retried batch comes again, with the new ones behind it. */
  nextBatch(): readonly StoredEvent[] {
    return this.waiting.slice(0, this.#batchSize);
  }

  /** Everything up to a replay id is done. */
  doneUpTo(replayId: number): void {
    this.waiting = this.waiting.filter((event) => event.replayId > replayId);
    this.retries = 0;
    this.lastError = null;
  }

  retry(error: string): void {
    this.retries += 1;
    this.lastError = error;
    if (this.retries > MAX_RETRIES) {
      this.isStopped = true;
      this.waiting = [];
    }
  }
}
