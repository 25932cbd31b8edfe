/** One of several that write at the same time. */
export interface Writer {
  write(text: string | Uint8Array): void;
  /** It has written everything. */
  end(): void;
}

/** What several write at once, one after the other: the first is shown as it writes, the others are kept until those before them have ended. */
export class SerializedOutput {
  readonly #write: (text: string | Uint8Array) => void;
  readonly #writers: { kept: (string | Uint8Array)[]; hasEnded: boolean }[] = [];

  constructor(write: (text: string | Uint8Array) => void) {
    this.#write = write;
  }

  begin(): Writer {
    const writer = { kept: [] as (string | Uint8Array)[], hasEnded: false };
    this.#writers.push(writer);
    return {
      write: (text) => {
        if (this.#writers[0] === writer) this.#write(text);
        else writer.kept.push(text);
      },
      end: () => {
        writer.hasEnded = true;
        this.#showNext();
      },
    };
  }

  #showNext(): void {
    for (;;) {
      const [first] = this.#writers;
      if (first === undefined) return;
      for (const text of first.kept.splice(0)) this.#write(text);
      if (!first.hasEnded) return;
      this.#writers.shift();
    }
  }
}
