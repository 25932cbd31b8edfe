/** An Apex Datetime: milliseconds since the epoch, UTC. */
import { ApexDate } from "./date.ts";

const DAY_MS = 86_400_000;

export class ApexDatetime {
  readonly epochMs: number;

  constructor(epochMs: number) {
    this.epochMs = epochMs;
  }

  static ofDate(date: ApexDate): ApexDatetime {
    return new ApexDatetime(date.epochMs);
  }

  /** ISO 8601 with zone (`2026-01-31T10:00:00.000Z`, `+0100`, `+01:00`); null where it is not one. */
  static parseIso(text: string): ApexDatetime | null {
    const match =
      /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
        text,
      );
    if (match === null) return null;
    const part = (index: number): number => Number(match[index] ?? 0);
    const [hour, minute, second] = [part(4), part(5), part(6)];
    const day = ApexDate.parseIso(text.slice(0, 10));
    if (day === null || hour > 23 || minute > 59 || second > 59) return null;
    const ms = Number((match[7] ?? "0").padEnd(3, "0").slice(0, 3));
    const at = day.epochMs + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
    const zone = match[8] ?? "Z";
    if (zone === "Z") return new ApexDatetime(at);
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
    return new ApexDatetime(at - (zone.startsWith("-") ? -minutes : minutes) * 60_000);
  }

  addMs(ms: number): ApexDatetime {
    return new ApexDatetime(this.epochMs + ms);
  }

  /** The day in UTC. */
  get dateGmt(): ApexDate {
    return new ApexDate(Math.floor(this.epochMs / DAY_MS));
  }

  /** `2026-01-31T10:00:00.000Z`. */
  toIso(): string {
    return new Date(this.epochMs).toISOString();
  }

  /** `2026-01-31 10:00:00`, UTC. */
  toGmtText(): string {
    return this.toIso().slice(0, 19).replace("T", " ");
  }
}
