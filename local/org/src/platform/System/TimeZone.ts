/** System.TimeZone. Source: Apex Reference, "TimeZone Class". */
import type { ApexDatetime } from "../../runtime/datetime.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";
import { isZone, offsetMs, zoneName } from "../../runtime/time-zones.ts";

export class TimeZoneValue {
  /** IANA, or GMT. */
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  get $identity(): string {
    return `TimeZone ${this.id}`;
  }

  toString(): string {
    return this.id;
  }
}

const MINUTE_MS = 60_000;

/** `(GMT-07:00) Pacific Daylight Time (America/Los_Angeles)`, as it is now. */
function displayName({ id }: TimeZoneValue): string {
  const now = transaction().host.clock.now();
  const minutes = Math.round(offsetMs(now, id) / MINUTE_MS);
  const size = Math.abs(minutes);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const name =
    new Intl.DateTimeFormat("en-US", { timeZone: zoneName(id), timeZoneName: "long" })
      .formatToParts(now)
      .find(({ type }) => type === "timeZoneName")?.value ?? id;
  const long = name === "Coordinated Universal Time" ? "Greenwich Mean Time" : name;
  return `(GMT${minutes < 0 ? "-" : "+"}${pad(Math.trunc(size / 60))}:${pad(size % 60)}) ${long} (${id})`;
}

export const timeZoneBehaviour = platformType({
  type: "System.TimeZone",
  implementation: TimeZoneValue,
  statics: {
    /** Java gives GMT for a name it does not know. */
    getTimeZone: (id: string | null) =>
      new TimeZoneValue(isZone(required(id)) ? required(id) : "GMT"),
  },
  methods: {
    getDisplayName: displayName,
    getID: (zone: TimeZoneValue) => zone.id,
    getOffset: (zone: TimeZoneValue, at: ApexDatetime | null) =>
      offsetMs(required(at).epochMs, zone.id),
    toString: (zone: TimeZoneValue) => zone.id,
  },
});

export const userTimeZoneBehaviour = platformType({
  type: "System.UserInfo",
  statics: { getTimeZone: () => new TimeZoneValue(transaction().user.timeZone) },
});
