/** Where one of several that speak at once says what it has to say. */
export interface Voice {
  say(text: string | Uint8Array): void;
  /** It has said everything. */
  end(): void;
}

/**
 * What several say at once, one after the other: whoever began first is heard as it speaks, what the others say meanwhile is kept
 * until those before them have ended.
 */
export class InTurn {
  readonly #write: (text: string | Uint8Array) => void;
  readonly #voices: { kept: (string | Uint8Array)[]; hasEnded: boolean }[] = [];

  constructor(write: (text: string | Uint8Array) => void) {
    this.#write = write;
  }

  begin(): Voice {
    const voice = { kept: [] as (string | Uint8Array)[], hasEnded: false };
    this.#voices.push(voice);
    return {
      say: (text) => {
        if (this.#voices[0] === voice) this.#write(text);
        else voice.kept.push(text);
      },
      end: () => {
        voice.hasEnded = true;
        this.#passOn();
      },
    };
  }

  #passOn(): void {
    for (;;) {
      const [first] = this.#voices;
      if (first === undefined) return;
      for (const text of first.kept.splice(0)) this.#write(text);
      if (!first.hasEnded) return;
      this.#voices.shift();
    }
  }
}
