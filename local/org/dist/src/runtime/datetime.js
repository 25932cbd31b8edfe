/** An Apex Datetime: milliseconds since the epoch, UTC. */
import { ApexDate } from "./date.js";
const DAY_MS = 86_400_000;
export class ApexDatetime {
    epochMs;
    constructor(epochMs) {
        this.epochMs = epochMs;
    }
    static ofDate(date) {
        return new ApexDatetime(date.epochMs);
    }
    /** ISO 8601 with zone (`2026-01-31T10:00:00.000Z`, `+0100`, `+01:00`); null where it is not one. */
    static parseIso(text) {
        const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
        if (match === null)
            return null;
        const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), Number(match[4]), Number(match[5]), Number(match[6] ?? 0), Number((match[7] ?? "0").padEnd(3, "0").slice(0, 3)));
        const zone = match[8] ?? "Z";
        if (zone === "Z")
            return new ApexDatetime(at);
        const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
        return new ApexDatetime(at - (zone.startsWith("-") ? -minutes : minutes) * 60_000);
    }
    addMs(ms) {
        return new ApexDatetime(this.epochMs + ms);
    }
    /** The day in UTC. */
    get dateGmt() {
        return new ApexDate(Math.floor(this.epochMs / DAY_MS));
    }
    /** `2026-01-31T10:00:00.000Z`. */
    toIso() {
        return new Date(this.epochMs).toISOString();
    }
    /** `2026-01-31 10:00:00`, UTC. */
    toGmtText() {
        return this.toIso().slice(0, 19).replace("T", " ");
    }
}
