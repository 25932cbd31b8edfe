import type { AdmittedEvent } from "../event.ts";

/** `known`: its row is there already, and nothing changes. `revived`: it was dead, and lives again. */
export type Admission = "accepted" | "known" | "revived";

/**
 * Writes what comes within one turn of the event loop by one commit: a commit costs several times what a row does. Nothing waits for company longer
 * than that.
 */
export class GroupCommit {
  readonly #write: (events: readonly AdmittedEvent[]) => readonly Admission[];
  #waiting: AdmittedEvent[] = [];
  #next: Promise<readonly Admission[]> | null = null;

  /** @param write one synchronous step, so that it ends in one commit; answers for each event in their order */
  constructor(write: (events: readonly AdmittedEvent[]) => readonly Admission[]) {
    this.#write = write;
  }

  /**
   * Answers for each event in their order.
   * @throws what the write throws, for every event of the group
   */
  async admit(events: readonly AdmittedEvent[]): Promise<Admission[]> {
    const end = this.#waiting.push(...events);
    this.#next ??= this.#commit();
    return (await this.#next).slice(end - events.length, end);
  }

  async #commit(): Promise<readonly Admission[]> {
    await scheduler.wait(0);
    const events = this.#waiting;
    this.#waiting = [];
    this.#next = null;
    return this.#write(events);
  }
}
