/** A row of BusinessHours as the calculator reads it. Source: Object Reference, "BusinessHours". */
import { toId18 } from "../runtime/id.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import type { OpeningHours, OpenSpan } from "../runtime/opening-hours.ts";
import { ApexTime } from "../runtime/time.ts";
import type { RecordStore } from "./record-store.ts";
import type { RowValues } from "./row.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MS = 86_400_000;

/** null: the org has no business hours of that id. */
export function openingHoursOf(store: RecordStore, id: string): OpeningHours | null {
  const row = store.get("BusinessHours", toId18(id) ?? "");
  if (row === undefined) return null;
  const zone = row.values["TimeZoneSidKey"];
  return {
    zone: typeof zone === "string" ? zone : "GMT",
    days: DAYS.map((day) => spanOf(row.values, day)),
  };
}

/** From midnight to midnight is the whole day; a day without hours is closed. */
function spanOf(values: RowValues, day: string): OpenSpan | null {
  const [start, end] = [values[`${day}StartTime`], values[`${day}EndTime`]];
  if (!(start instanceof ApexTime) || !(end instanceof ApexTime)) return null;
  const endMs = end.ms === 0 ? DAY_MS : end.ms;
  if (endMs <= start.ms)
    throw new GapReached(
      `Not supported by the local org yet: business hours that end on ${day} before they start`,
    );
  return { startMs: start.ms, endMs };
}
