import { setTimeout as wait } from "node:timers/promises";

/** Long enough for a port to be free again, and for a person to read what happens. */
const AGAIN_AFTER_MS = 500;

/**
 * Miniflare starts workerd again when that dies, but once only: one that dies before it listens, killed a second time or short of memory, it
 * gives up for good. This starts it until it runs.
 */
export class GivenUpRuntime {
  readonly #start: () => Promise<void>;
  readonly #onStarted: () => void;
  readonly #end = new AbortController();
  #isStarting = false;

  /**
   * @param start rejects when the runtime died again
   * @param onStarted called once it runs
   */
  constructor(start: () => Promise<void>, onStarted: () => void) {
    this.#start = start;
    this.#onStarted = onStarted;
  }

  async startAgain(): Promise<void> {
    if (this.#isStarting) return;
    this.#isStarting = true;
    try {
      while (!(await this.#hasStarted())) {
        await wait(AGAIN_AFTER_MS, undefined, { signal: this.#end.signal });
      }
      this.#onStarted();
    } catch {
      // Stopped meanwhile.
    } finally {
      this.#isStarting = false;
    }
  }

  stop(): void {
    this.#end.abort();
  }

  async #hasStarted(): Promise<boolean> {
    this.#end.signal.throwIfAborted();
    return this.#start().then(
      () => true,
      () => false,
    );
  }
}
