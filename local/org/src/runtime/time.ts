/** An Apex Time: milliseconds of the day, wrapping at midnight. */
const DAY_MS = 86_400_000;

export class ApexTime {
  readonly ms: number;

  constructor(ms: number) {
    this.ms = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.ms / 3_600_000);
  }
  get minute(): number {
    return Math.floor(this.ms / 60_000) % 60;
  }
  get second(): number {
    return Math.floor(this.ms / 1000) % 60;
  }
  get millisecond(): number {
    return this.ms % 1000;
  }

  /** `10:00:00.000Z`. */
  toString(): string {
    return new Date(this.ms).toISOString().slice(11);
  }
}
