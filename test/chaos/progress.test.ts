import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Progress } from "./progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a run tells what it waits for every five seconds, though nothing happens", async () => {
  const lines: string[] = [];
  const progress = new Progress((line) => lines.push(line), "starting the stack");

  await vi.advanceTimersByTimeAsync(11_000);
  let left = 2;
  progress.say("all accepted");
  progress.waitsFor(() => `${left} faults last`);
  await vi.advanceTimersByTimeAsync(5_000);
  left = 1;
  await vi.advanceTimersByTimeAsync(5_000);
  progress.stop();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(lines).toEqual([
    "0 s  starting the stack",
    "5 s  starting the stack",
    "10 s  starting the stack",
    "11 s  all accepted",
    "15 s  2 faults last",
    "20 s  1 faults last",
  ]);
});
