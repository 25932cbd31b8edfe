import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { settled } from "./settled.ts";

const QUIET = { open: 0, collected: 0 };
const DONE = { decided: 7, waiting: 0 };
const never = <T>(): Promise<T> => new Promise(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Waiting {
  readonly good: number;
  readonly signal: AbortSignal;
  readonly stands: (line: string) => void;
}

function waiting(lines: string[]): Waiting {
  return { good: 7, signal: new AbortController().signal, stands: (line) => lines.push(line) };
}

test("an org that does not answer is said so, and asked again", async () => {
  const org = vi
    .fn()
    .mockImplementationOnce(never)
    .mockRejectedValueOnce(new Error("503"))
    .mockResolvedValueOnce({ decided: 3, waiting: 2 })
    .mockResolvedValueOnce(DONE);
  const lines: string[] = [];

  const end = settled({ relay: () => Promise.resolve(QUIET), org }, waiting(lines));
  await vi.advanceTimersByTimeAsync(15_000);

  expect(await end).toEqual(QUIET);
  expect(lines).toEqual([
    "the org does not answer, open at the relay 0",
    "the org does not answer, open at the relay 0",
    "in the org 3 of 7, open at the relay 0",
  ]);
});

test("an org that never answers ends the wait, by a sentence", async () => {
  const end = expect(
    settled({ relay: () => Promise.resolve(QUIET), org: never }, waiting([])),
  ).rejects.toThrow("The org cannot be asked what it has.");

  await vi.advanceTimersByTimeAsync(200_000);

  await end;
});

test("what does not change any more is left to the count", async () => {
  const left = { open: 2, collected: 1 };
  const end = settled(
    { relay: () => Promise.resolve(left), org: () => Promise.resolve(DONE) },
    waiting([]),
  );

  await vi.advanceTimersByTimeAsync(200_000);

  expect(await end).toEqual(left);
});
