/**
 * Every test file runs in the same workerd: starting one, and loading the Worker and zod into it, costs more than most files' tests.
 * So each leaves it as it found it: nothing stored, nothing replaced, the real clock.
 */
import { afterAll, vi } from "vitest";

import "./shut-queues.ts";
import { emptyObjects } from "./emptied-objects.ts";

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await emptyObjects();
});
