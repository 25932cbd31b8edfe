/** Takes back the dead letters of a running stack by the command a person types. */
import { setTimeout as wait } from "node:timers/promises";
import { placeOf } from "../../scripts/dlq/place.ts";
import { run, type Terminal } from "../../scripts/dlq/run.ts";

const ASK_EVERY_MS = 1_000;
/** The longest of the other faults may keep the first event from dying. */
const FIRST_LETTER_WITHIN_MS = 240_000;

export class Redriving {
  readonly #dataFolder: string;
  readonly #unanswered = new Set<string>();

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /**
   * Events whose letter the Worker was handed without answering, for it was killed: it may have taken them back, and the letter stays until
   * somebody asks again.
   */
  get unanswered(): ReadonlySet<string> {
    return this.#unanswered;
  }

  /** @throws Error when no event dies in time */
  async firstLetter(signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + FIRST_LETTER_WITHIN_MS;
    while ((await this.#lines({ kind: "list" })).every((line) => !/^evt_/.test(line))) {
      if (Date.now() > deadline) throw new Error("No event has become a dead letter.");
      await wait(ASK_EVERY_MS, undefined, { signal });
    }
  }

  /**
   * Again until one is taken: the Worker may just be killed.
   * @returns how many events are on their way again
   */
  async someBy(deadlineMs: number, signal: AbortSignal): Promise<number> {
    for (;;) {
      const redriven = await this.#all();
      if (redriven > 0 || Date.now() > deadlineMs) return redriven;
      await wait(ASK_EVERY_MS, undefined, { signal });
    }
  }

  async #all(): Promise<number> {
    const lines = await this.#lines({
      kind: "redrive",
      selection: { kind: "all" },
      waitSeconds: 0,
    });
    const text = lines.join("\n");
    for (const [, id] of text.matchAll(/^(evt_\S+) {2}stays: /gm)) this.#unanswered.add(id ?? "");
    return Number(/^Taken back: (\d+)/m.exec(text)?.[1] ?? 0);
  }

  async #lines(action: Parameters<typeof run>[0]): Promise<string[]> {
    const lines: string[] = [];
    const terminal: Terminal = {
      print: (line) => lines.push(line),
      complain: (line) => lines.push(line),
      ask: () => Promise.resolve(null),
    };
    const place = await placeOf(
      { kind: "local", dataFolder: this.#dataFolder },
      {},
      this.#dataFolder,
    );
    await run(action, place, terminal);
    return lines;
  }
}
