/** What a person who watches a run reads: what happens, and every few seconds what it waits for, whatever does not answer meanwhile. */

const TELL_EVERY_MS = 5_000;

export class Progress {
  readonly #tell: (line: string) => void;
  readonly #started = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;
  #standing: () => string;

  /** @param standing what the run waits for at first */
  constructor(tell: (line: string) => void, standing: string) {
    this.#tell = tell;
    this.#standing = () => standing;
    this.say(standing);
    this.#timer = setInterval(() => this.say(this.#standing()), TELL_EVERY_MS);
  }

  /** Since the beginning. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  say(line: string): void {
    this.#tell(`${this.seconds.toFixed(0)} s  ${line}`);
  }

  /** @param standing asked each time it is told */
  waitsFor(standing: () => string): void {
    this.#standing = standing;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
