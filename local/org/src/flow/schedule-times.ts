/** When what waits in flows is due. Times of day are the org's, which is GMT here. */
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { FlowSchedule, ScheduledMoment } from "../schema/flows/flow-definition.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MS_OF = { Minutes: MINUTE_MS, Hours: 60 * MINUTE_MS, Days: DAY_MS } as const;

/**
 * Of a scheduled path, in epoch ms; a time that has passed is due at once. null where the record has none.
 * @param savedAt epoch ms
 */
export function timeOf(
  { field, offset, unit }: ScheduledMoment,
  record: SObjectValue,
  savedAt: number,
): number | null {
  const from = field === null ? savedAt : epochOf(record.peek(field));
  if (from === null) return null;
  if (unit !== "Months") return from + offset * MS_OF[unit];
  const day = new ApexDate(Math.floor(from / DAY_MS));
  return day.addMonths(offset).epochMs + (from - day.epochMs);
}

function epochOf(value: unknown): number | null {
  return value instanceof ApexDate || value instanceof ApexDatetime ? value.epochMs : null;
}

/** The first time after a moment, in epoch ms; null where there is none any more. */
export function nextRun({ start, frequency }: FlowSchedule, after: number): number | null {
  if (start > after) return start;
  if (frequency === "Once") return null;
  const every = frequency === "Daily" ? DAY_MS : 7 * DAY_MS;
  return start + (Math.floor((after - start) / every) + 1) * every;
}
