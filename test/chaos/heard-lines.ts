/** What the Worker has said of itself in a run, by the names of its log events. */
import { setTimeout as wait } from "node:timers/promises";
import type { LogEventName } from "../../worker/log-events.ts";

const ASK_EVERY_MS = 100;

export class HeardLines {
  readonly #times = new Map<string, number>();

  listen(line: string): void {
    const name = /"event":"([\w.]+)"/.exec(line)?.[1];
    if (name !== undefined) this.#times.set(name, this.times(name) + 1);
  }

  times(name: string): number {
    return this.#times.get(name) ?? 0;
  }

  /** Resolves at the next line of that name, or when it has not come in time. */
  async next(name: LogEventName, withinMs: number, signal: AbortSignal): Promise<void> {
    const before = this.times(name);
    const deadline = Date.now() + withinMs;
    while (this.times(name) === before && Date.now() < deadline) {
      await wait(ASK_EVERY_MS, undefined, { signal });
    }
  }
}
