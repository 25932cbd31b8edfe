/** The threads that engines run in. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { EngineThreadData, ToEngine } from "./messages.ts";
import { MODULE_CACHE } from "./module-cache.ts";

export interface EngineThreads {
  /** One in which no org is open. */
  take(): Worker;
  /** One whose org has stopped, or never opened. */
  giveBack(thread: Worker): Promise<void>;
}

/** Beside this module, built or not. */
const ENGINE_THREAD = `./engine-thread${path.extname(import.meta.filename)}`;

/** Each org has a thread of its own, which ends with it. */
export const THREAD_PER_ORG: EngineThreads = {
  take: () => startThread({ isKept: false }),
  giveBack: endThread,
};

/**
 * Threads that go on when their org has stopped, for orgs that come and go in one process: the next finds the engine loaded and warm, and its
 * project compiled if it is the same. They keep no process from ending.
 */
export function keptThreads(): EngineThreads {
  const idle: Worker[] = [];
  return {
    take() {
      const thread = idle.pop() ?? startThread({ isKept: true });
      thread.ref();
      return thread;
    },
    giveBack(thread) {
      thread.unref();
      idle.push(thread);
      return Promise.resolve();
    },
  };
}

function startThread(data: EngineThreadData): Worker {
  return new Worker(new URL(ENGINE_THREAD, import.meta.url), {
    workerData: data,
    // A thread does not take over its parent's cache of compiled modules.
    env: { ...process.env, NODE_COMPILE_CACHE: MODULE_CACHE },
  });
}

async function endThread(thread: Worker): Promise<void> {
  const exited = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
  thread.postMessage({ kind: "end" } satisfies ToEngine);
  await exited;
}
