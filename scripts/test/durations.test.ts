import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { durationsIn, keepDurations, keptDurations } from "./durations.ts";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "durations-"));
  file = path.join(folder, "kept", "durations.json");
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("a suite's results tell how long each of its files took", () => {
  const json = {
    testResults: [
      { name: "/repository/worker/a.test.ts", startTime: 1000, endTime: 3500 },
      { name: "/repository/worker/skipped.test.ts", startTime: 1000, endTime: 0 },
    ],
  };

  expect(durationsIn("/repository", json)).toEqual({
    "worker/a.test.ts": 2.5,
    "worker/skipped.test.ts": 0,
  });
  expect(durationsIn("/repository", null)).toEqual({});
});

test("what is measured again replaces what was kept, the rest stays", () => {
  keepDurations(file, { "a.test.ts": 1, "b.test.ts": 2 });
  keepDurations(file, { "b.test.ts": 3 });
  keepDurations(file, {});

  expect(keptDurations(file)).toEqual({ "a.test.ts": 1, "b.test.ts": 3 });
});

test("what cannot be read is not known", async () => {
  expect(keptDurations(file)).toEqual({});
  keepDurations(file, { "a.test.ts": 1 });
  await writeFile(file, '{"a.test.ts":');

  expect(keptDurations(file)).toEqual({});
});
