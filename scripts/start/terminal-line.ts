import { z } from "zod";

/** What the Worker writes: one JSON object a line. */
const workerLine = z.looseObject({
  level: z.enum(["info", "warn", "error"]),
  event: z.string(),
  eventId: z.string().optional(),
  type: z.string().optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
  detail: z.string().optional(),
});

/** A log line as a person reads it beside their work; null for the routine, which only the log file keeps. */
export function terminalLine(part: string, line: string): string | null {
  const parsed = workerLine.safeParse(parseJson(line));
  if (!parsed.success) return `  [${part}] ${line}`;
  const { level, event, eventId, type, code, reason, detail } = parsed.data;
  if (level === "info") return null;
  const facts = [eventId, type, code, reason, detail].filter((fact) => fact !== undefined);
  return `  [${part}] ${level} ${event}  ${facts.join("  ")}`.trimEnd();
}

function parseJson(line: string): unknown {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
