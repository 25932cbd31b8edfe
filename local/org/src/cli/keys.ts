/** Single keys from a terminal, without Enter; lines where the input is no terminal, so that a script can press them too. */
import type { ReadStream } from "node:tty";

export type Key = "all" | "failing" | "quit" | "other";

const KEYS: Readonly<Record<string, Key>> = {
  "\r": "all",
  "\n": "all",
  f: "failing",
  F: "failing",
  q: "quit",
  Q: "quit",
  // Ctrl-C and Ctrl-D: a terminal in raw mode sends no signal for them.
  "\u0003": "quit",
  "\u0004": "quit",
};

export function keysIn(text: string): readonly Key[] {
  // A letter and the Enter after it, as one types where no raw mode is.
  return Array.from(text.replaceAll(/([a-z])(?:\r\n?|\n)/giu, "$1"), (key) => KEYS[key] ?? "other");
}

/** @returns what puts the terminal back as it was */
export function listenForKeys(input: ReadStream, onKey: (key: Key) => void): () => void {
  const hear = (chunk: Buffer): void => {
    for (const key of keysIn(chunk.toString("utf8"))) onKey(key);
  };
  if (input.isTTY) input.setRawMode(true);
  input.on("data", hear);
  input.resume();
  return () => {
    input.off("data", hear);
    if (input.isTTY) input.setRawMode(false);
    input.pause();
  };
}
