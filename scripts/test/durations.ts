/** How long each test file took when it last ran, by which a short run is planned. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Seconds by path relative to the repository. */
export type Durations = Readonly<Record<string, number>>;

const durations = z.record(z.string(), z.number().nonnegative());

/** Jest's format, which vitest's JSON reporter writes as well; times are milliseconds. */
const timedResults = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
});

/** @returns what the results file of a suite says of its files; nothing when it says nothing */
export function durationsIn(root: string, json: unknown): Durations {
  const parsed = timedResults.safeParse(json);
  if (!parsed.success) return {};
  return Object.fromEntries(
    parsed.data.testResults.map(({ name, startTime, endTime }) => [
      path.relative(root, name),
      Math.max(0, endTime - startTime) / 1000,
    ]),
  );
}

/** @returns nothing when nothing was kept, or what is there cannot be read: it will be measured again */
export function keptDurations(file: string): Durations {
  try {
    return durations.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

/** Suites that end at once keep theirs one after the other: nothing is awaited between reading and writing. */
export function keepDurations(file: string, measured: Durations): void {
  if (Object.keys(measured).length === 0) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify({ ...keptDurations(file), ...measured }));
  renameSync(unfinished, file);
}
