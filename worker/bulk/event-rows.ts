import type { AdmittedEvent } from "../event.ts";
import { stripeEventRecord } from "../relay/stripe-event-record.ts";
import { csvText } from "./csv.ts";

/** The events as the upload of a job: a column for each field; an empty cell is null. */
export function eventRows(events: readonly AdmittedEvent[]): string {
  const records = events.map((event) =>
    Object.entries(stripeEventRecord(event)).filter(([name]) => name !== "attributes"),
  );
  const header = records[0]?.map(([name]) => name) ?? [];
  return csvText([header, ...records.map((record) => record.map(([, value]) => cellOf(value)))]);
}

function cellOf(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  throw new Error("A field of Stripe_Event__e is text, a date/time as text, or a checkbox.");
}
