/** What a log line may carry: identifiers, counts and reasons. Never a secret, a token or a payload. */
export type LogFields = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly string[]>
>;

export type LogLevel = "info" | "warn" | "error";
export type LogListener = (level: LogLevel, event: string, fields: LogFields) => void;

let listener: LogListener | undefined;

/** From now on whoever counts hears of every line this isolate writes. */
export function onLogLine(heard: LogListener): void {
  listener = heard;
}

/** Writes one JSON line; Workers Logs indexes its keys. `event` is a dotted, constant name that alerts can count. */
export function log(level: LogLevel, event: string, fields: LogFields = {}): void {
  const line = JSON.stringify({ level, event, time: new Date().toISOString(), ...fields });
  console[level](line);
  listener?.(level, event, fields);
}

/** The text of something caught, short enough for a log line or a ledger row. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.slice(0, 300);
}
