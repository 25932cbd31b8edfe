/** Carries out a command. */
import type { Action, Selection } from "./command.ts";
import type { Place } from "./place.ts";
import { DeadLetterQueue, type Message } from "./queue.ts";
import { redrive, redriveToken } from "./redrive.ts";
import { listLines, showText } from "./report.ts";

export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
  /** Asks a question; null when nobody is there to answer. */
  ask(question: string): Promise<string | null>;
}

/** @returns the exit code @throws Error of one sentence when a service does not do its part */
export async function run(action: Action, place: Place, terminal: Terminal): Promise<number> {
  const queue = new DeadLetterQueue(place);
  switch (action.kind) {
    case "list": {
      for (const line of listLines(await look(queue, () => true))) terminal.print(line);
      return 0;
    }
    case "show": {
      const found = await look(queue, ({ letter }) => letter?.event.id === action.id);
      if (found.length > 0) terminal.print(showText(found));
      else terminal.complain(`${action.id} is not in the dead letter queue.`);
      return found.length > 0 ? 0 : 1;
    }
    case "redrive":
      return redriveAll(queue, place, action.selection, terminal);
    case "purge":
      return purge(queue, place, action.confirmed, terminal);
  }
}

/** Receives everything, puts all of it back, and returns what was looked for. */
async function look(
  queue: DeadLetterQueue,
  wanted: (message: Message) => boolean,
): Promise<Message[]> {
  const held: Message[] = [];
  try {
    for await (const message of queue.messages()) held.push(message);
  } finally {
    await queue.putBack(held);
  }
  return held.filter(wanted);
}

async function redriveAll(
  queue: DeadLetterQueue,
  place: Place,
  selection: Selection,
  terminal: Terminal,
): Promise<number> {
  const { workerUrl } = place;
  if (workerUrl === null)
    throw new Error("Where is the Worker? Set WORKER_URL or give --worker-url.");
  const token = await redriveToken(place);
  const counts = { revived: 0, already: 0, failed: 0 };
  const missing = new Set(selection.kind === "ids" ? selection.ids : []);
  const kept: Message[] = [];
  try {
    for await (const message of queue.messages()) {
      const { letter } = message;
      if (letter === null || !isSelected(letter.event.id, letter.reason.code, selection)) {
        kept.push(message);
        continue;
      }
      missing.delete(letter.event.id);
      const result = await redrive(workerUrl, token, letter);
      counts[result.kind] += 1;
      if (result.kind === "failed") {
        kept.push(message);
        terminal.complain(`${letter.event.id}  stays: ${result.detail}`);
        continue;
      }
      // Only now: a letter deleted before the Worker has the event would be a lost event.
      await queue.delete(message);
      terminal.print(
        `${letter.event.id}  ${result.kind === "revived" ? "on its way again" : "was on its way or published already"}`,
      );
    }
  } finally {
    await queue.putBack(kept);
  }
  for (const id of missing) terminal.complain(`${id} is not in the dead letter queue.`);
  const { revived, already, failed } = counts;
  terminal.print(
    `Taken back: ${revived}; already there: ${already}; failed: ${failed}; left: ${kept.length}.`,
  );
  return failed > 0 || missing.size > 0 ? 1 : 0;
}

function isSelected(id: string, code: string, selection: Selection): boolean {
  switch (selection.kind) {
    case "all":
      return true;
    case "ids":
      return selection.ids.includes(id);
    case "reason":
      return selection.code === code;
  }
}

async function purge(
  queue: DeadLetterQueue,
  { queueUrl }: Place,
  confirmed: boolean,
  terminal: Terminal,
): Promise<number> {
  if (!confirmed) {
    const answer = await terminal.ask(
      `Delete every message of ${queueUrl} for good? Type purge to do it: `,
    );
    if (answer === null) {
      terminal.complain("Nobody is there to confirm: give --yes.");
      return 2;
    }
    if (answer.trim() !== "purge") {
      terminal.print("Nothing was deleted.");
      return 1;
    }
  }
  await queue.purge();
  terminal.print("The dead letter queue is empty; SQS may take a minute.");
  return 0;
}
