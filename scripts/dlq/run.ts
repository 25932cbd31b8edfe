/** Carries out a command. */
import { setTimeout as sleep } from "node:timers/promises";
import type { DeadLetter } from "../../worker/aws/dead-letters.ts";
import type { Action, Selection } from "./command.ts";
import type { Place } from "./place.ts";
import { DeadLetterQueue, type Message } from "./queue.ts";
import {
  redrive,
  redriveToken,
  standingsOf,
  type RedriveResult,
  type Standing,
} from "./redrive.ts";
import { listLines, showText } from "./report.ts";

const POLL_MS = 500;

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
      const messages = await peek(queue, () => true);
      const standings = messages.length === 0 ? null : await standingsIn(place, messages);
      for (const line of listLines(messages, standings)) terminal.print(line);
      return 0;
    }
    case "show": {
      const found = await peek(queue, ({ letter }) => letter?.event.id === action.id);
      if (found.length > 0) terminal.print(showText(found));
      else terminal.complain(`${action.id} is not in the dead letter queue.`);
      return found.length > 0 ? 0 : 1;
    }
    case "redrive":
      return redriveAll(queue, place, action, terminal);
    case "purge":
      return purge(queue, place, action.confirmed, terminal);
  }
}

/** Receives everything, puts all of it back, and returns what was looked for. */
async function peek(
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

const SAID: Readonly<Record<Exclude<RedriveResult["kind"], "failed">, string>> = {
  revived: "on its way again",
  open: "was on its way already; the letter is deleted",
  published: "was published since; the letter is deleted",
  superseded: "came back and was refused again: a newer letter says why, this one is deleted",
};

async function redriveAll(
  queue: DeadLetterQueue,
  place: Place,
  { selection, waitSeconds }: Extract<Action, { kind: "redrive" }>,
  terminal: Terminal,
): Promise<number> {
  const worker = await workerOf(place);
  const missing = new Set(selection.kind === "ids" ? selection.ids : []);
  const kept: Message[] = [];
  const revived = new Map<string, DeadLetter>();
  let [settled, failed] = [0, 0];
  try {
    for await (const message of queue.messages()) {
      const { letter } = message;
      if (letter === null || !isSelected(letter.event.id, letter.reason.code, selection)) {
        kept.push(message);
        continue;
      }
      const { id } = letter.event;
      missing.delete(id);
      if (revived.has(id) && (revived.get(id)?.reason.at ?? 0) < letter.reason.at) {
        // Taken back by this very command, and dead again: once is what was asked for.
        kept.push(message);
        continue;
      }
      const result = await redrive(worker.url, worker.token, letter);
      if (result.kind === "failed") {
        failed += 1;
        kept.push(message);
        terminal.complain(`${id}  stays: ${result.detail}`);
        continue;
      }
      // Only now: a letter deleted before the Worker has the event would be a lost event.
      await queue.delete(message);
      terminal.print(`${id}  ${SAID[result.kind]}`);
      if (result.kind === "revived") revived.set(id, letter);
      else settled += 1;
    }
  } finally {
    await queue.putBack(kept);
  }
  for (const id of missing) terminal.complain(`${id} is not in the dead letter queue.`);
  const diedAgain = await outcomesOf([...revived.values()], worker, waitSeconds, terminal);
  terminal.print(
    `Taken back: ${revived.size}; needed no more: ${settled}; failed: ${failed}; refused again: ${diedAgain}; left: ${kept.length}.`,
  );
  return failed > 0 || missing.size > 0 || diedAgain > 0 ? 1 : 0;
}

/**
 * Says what became of the events that were taken back, for as long as the person wants to wait.
 * @returns how many were refused again
 */
async function outcomesOf(
  letters: readonly DeadLetter[],
  { url, token }: WorkerAccess,
  waitSeconds: number,
  terminal: Terminal,
): Promise<number> {
  const untilMs = Date.now() + waitSeconds * 1_000;
  let waiting = letters;
  let diedAgain = 0;
  while (waiting.length > 0 && Date.now() < untilMs) {
    await sleep(POLL_MS);
    const standings = await standingsOf(url, token, waiting);
    if (standings === null) break;
    for (const [index, { event }] of waiting.entries()) {
      if (standings[index] === "published") terminal.print(`${event.id}  published`);
      if (standings[index] === "superseded") {
        diedAgain += 1;
        terminal.complain(`${event.id}  refused again: see npm run dlq -- show ${event.id}`);
      }
    }
    waiting = waiting.filter((_, index) => standings[index] === "open");
  }
  for (const { event } of waiting) {
    terminal.print(`${event.id}  still on its way: the ledger sends it when Salesforce takes it`);
  }
  return diedAgain;
}

interface WorkerAccess {
  readonly url: string;
  readonly token: string;
}

/** @throws Error of one sentence when it is not known where the Worker is, or its token cannot be had */
async function workerOf(place: Place): Promise<WorkerAccess> {
  if (place.workerUrl === null)
    throw new Error("Where is the Worker? Set WORKER_URL or give --worker-url.");
  return { url: place.workerUrl, token: await redriveToken(place) };
}

/** Where each letter's event stands; null for all when the Worker cannot be asked. */
async function standingsIn(
  place: Place,
  messages: readonly Message[],
): Promise<ReadonlyMap<string, Standing> | null> {
  try {
    const worker = await workerOf(place);
    const read = messages.filter(({ letter }) => letter !== null);
    const letters = read.flatMap(({ letter }) => letter ?? []);
    const standings = await standingsOf(worker.url, worker.token, letters);
    if (standings === null) return null;
    return new Map(read.map(({ messageId }, index) => [messageId, standings[index] ?? "unknown"]));
  } catch {
    return null;
  }
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
