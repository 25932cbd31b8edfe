import { LOG_EVENTS, type FieldsOf, type LogEventName } from "./log-events.ts";

/** Any line's fields, by name. */
export type LogFields = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly string[]>
>;

export type LogListener = (event: LogEventName, fields: LogFields) => void;

let listener: LogListener | undefined;

/** From now on whoever counts hears of every line this isolate writes. */
export function onLogLine(heard: LogListener): void {
  listener = heard;
}

/** Writes one JSON line; Workers Logs indexes its keys. The table of log events says its level and what it has to carry. */
export function log<E extends LogEventName>(event: E, fields: FieldsOf<E>): void {
  const { level } = LOG_EVENTS[event];
  const line = JSON.stringify({ level, event, time: new Date().toISOString(), ...fields });
  console[level](line);
  listener?.(event, fields);
}

/** The text of something caught, short enough for a log line or a ledger row. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.slice(0, 300);
}
