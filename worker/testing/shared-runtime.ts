/**
 * Every test file runs in the same workerd: starting one, and loading the Worker and zod into it, costs more than most files' tests.
 * So each leaves it as it found it: nothing stored, nothing replaced, the real clock.
 */
import { reset } from "cloudflare:test";
import { afterAll, vi } from "vitest";

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await reset();
});
