/** What the commands print. */
import type { Standing } from "./redrive.ts";
import type { Message } from "./queue.ts";

const HEADER = ["Event", "Type", "Lane", "Reason", "Refused at", "Now"];

const NOW: Readonly<Record<Standing, string>> = {
  current: "dead",
  open: "on its way again",
  published: "published since",
  superseded: "refused again later",
  unknown: "forgotten by the ledger",
};

/**
 * A table with a line for each message, the longest dead first.
 * @param standings where the events stand, by message; null when the Worker could not be asked
 */
export function listLines(
  messages: readonly Message[],
  standings: ReadonlyMap<string, Standing> | null,
): string[] {
  if (messages.length === 0) return ["There are no dead letters."];
  const rows = messages
    .toSorted((a, b) => (a.letter?.reason.at ?? 0) - (b.letter?.reason.at ?? 0))
    .map((message) => rowOf(message, standings?.get(message.messageId)));
  const widths = HEADER.map((_, column) =>
    Math.max(...[HEADER, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [
    line(HEADER),
    ...rows.map(line),
    "",
    `${messages.length} in all; npm run dlq -- show <event id> shows one whole.`,
  ];
}

/** The letter with its payload read, and where it stands in SQS. */
export function showText(messages: readonly Message[]): string {
  return messages
    .map(({ messageId, sentMs, letter }) => {
      const sent_at = sentMs === null ? null : isoTime(sentMs);
      const event =
        letter === null ? null : { ...letter.event, payload: payloadOf(letter.event.payload) };
      const history = letter?.history.map((failure) => ({ ...failure, at: isoTime(failure.at) }));
      return JSON.stringify(
        { sqs: { message_id: messageId, sent_at }, reason: letter?.reason, event, history },
        null,
        2,
      );
    })
    .join("\n");
}

function rowOf({ letter, messageId }: Message, standing: Standing | undefined): string[] {
  if (letter === null) return [`(unreadable message ${messageId})`, "", "", "", "", ""];
  const { event, reason } = letter;
  return [
    event.id,
    event.type,
    event.lane,
    reason.code,
    isoTime(reason.at),
    standing === undefined ? "not known" : NOW[standing],
  ];
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

function payloadOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
