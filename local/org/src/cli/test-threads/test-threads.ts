/** The threads of a test run beside the command's own. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { LinesRun } from "../../runtime/engine.ts";
import type { TestOutcome } from "../../apex-tests/outcome.ts";
import type { CompiledUnits } from "../../compile/compile-project.ts";
import type { CompiledClass } from "../../compile/output-cache.ts";
import { MODULE_CACHE } from "../../serve/module-cache.ts";
import type { ProjectOptions } from "../project-options.ts";
import type { FromThread, ThreadData, ToThread } from "./messages.ts";

const TEST_THREAD = new URL(`./test-thread${path.extname(import.meta.filename)}`, import.meta.url);

export interface ThreadListener {
  ran(place: number, outcomes: readonly TestOutcome[]): void;
  covered(lines: readonly LinesRun[]): void;
  log(line: string): void;
}

/** What a thread has taken and not finished. */
interface Begun {
  readonly place: number;
  readonly outcomes: TestOutcome[];
}

export class TestThreads {
  readonly #workers: readonly Worker[];
  /** Resolves when all have ended, in whatever way. */
  readonly #ended: Promise<unknown>;
  /** Why they ended that did not end by themselves. */
  readonly #failures = new Map<Worker, string>();

  /** @param module for tests: what the threads run */
  constructor(count: number, options: ProjectOptions, module: URL = TEST_THREAD) {
    this.#workers = Array.from(
      { length: count },
      () =>
        new Worker(module, {
          workerData: { options } satisfies ThreadData,
          // A thread does not take over its parent's cache of compiled modules.
          env: { ...process.env, NODE_COMPILE_CACHE: MODULE_CACHE },
        }),
    );
    for (const worker of this.#workers)
      worker.once("error", (error: unknown) =>
        this.#failures.set(worker, error instanceof Error ? error.message : String(error)),
      );
    this.#ended = Promise.all(
      this.#workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve))),
    );
  }

  /** Has all of them take classes. What one began and cannot finish, since it ended, fails where it had no outcome yet. */
  run(
    { classes, triggers }: CompiledUnits,
    testClasses: readonly CompiledClass[],
    next: Int32Array<SharedArrayBuffer>,
    listener: ThreadListener,
  ): void {
    const names = testClasses.map(({ name }) => name);
    for (const worker of this.#workers) {
      let begun: Begun | null = null;
      worker.on("message", (message: FromThread) => {
        switch (message.kind) {
          case "began":
            begun = { place: message.place, outcomes: [] };
            return;
          case "outcome":
            begun?.outcomes.push(message.outcome);
            return;
          case "ran":
            listener.covered(message.lines);
            if (begun !== null) listener.ran(begun.place, begun.outcomes);
            begun = null;
            return;
          case "log":
            listener.log(message.line);
            return;
        }
      });
      worker.once("exit", (code) => {
        if (code === 0 && begun === null) return;
        const reason = `A thread of the test run ended: ${this.#failures.get(worker) ?? `exit code ${code}`}`;
        listener.log(reason);
        if (begun !== null)
          listener.ran(begun.place, withMissing(testClasses[begun.place], begun.outcomes, reason));
        begun = null;
      });
      worker.postMessage({ units: { classes, triggers }, names, next } satisfies ToThread);
    }
  }

  ended(): Promise<unknown> {
    return this.#ended;
  }

  /** For who has no use for them after all. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** With an outcome for each method that has none. */
function withMissing(
  testClass: CompiledClass | undefined,
  outcomes: readonly TestOutcome[],
  message: string,
): readonly TestOutcome[] {
  const missing = testClass?.tests.slice(outcomes.length) ?? [];
  return [
    ...outcomes,
    ...missing.map(({ name }) => ({
      class: testClass?.name ?? "",
      method: name,
      outcome: "fail" as const,
      message,
      stackTrace: null,
      ms: 0,
    })),
  ];
}
