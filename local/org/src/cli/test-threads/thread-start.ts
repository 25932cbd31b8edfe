/** How many threads run a project's tests, and when they are started. */
import { availableParallelism } from "node:os";
import type { CompiledClass } from "../../compile/output-cache.ts";
import { UsageError } from "../command.ts";
import type { ProjectOptions } from "../project-options.ts";
import { TestThreads } from "./test-threads.ts";

/** What one thread's org takes, with a project of hundreds of classes and room to spare. */
const BYTES_A_THREAD = 1024 ** 3;
/** More of them are limited by what they share: memory, and the processor's caches. */
const MOST_BY_ITSELF = 4;
const MOST = 64;

/**
 * Another thread takes a second of the processor to start and to warm up. Fewer files are compiled, or fewer methods run, in not much longer
 * than that; apex-recipes has 322 methods, and gains nothing.
 */
const FILES_WORTH_IT = 300;
const METHODS_WORTH_IT = 600;

/** Those asked for; by default one a processor, as far as memory goes. @throws UsageError */
export function threadCount(asked: string | undefined): number {
  if (asked === undefined) {
    const byMemory = Math.floor(process.availableMemory() / BYTES_A_THREAD);
    return Math.max(1, Math.min(availableParallelism(), byMemory, MOST_BY_ITSELF));
  }
  const count = Number(asked);
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new UsageError(`--workers takes a number from 1 to ${MOST}, not "${asked}".`);
  return count;
}

/** Starts the threads beside the command's own: those asked for at once, others where they are worth it. */
export class ThreadStart {
  readonly #options: ProjectOptions;
  readonly #isAsked: boolean;
  readonly #more: number;
  #threads: TestThreads | null = null;

  /** @param asked how many there are to be, the command's own among them */
  constructor(options: ProjectOptions, asked: string | undefined) {
    this.#options = options;
    this.#isAsked = asked !== undefined;
    this.#more = threadCount(asked) - 1;
  }

  beforeCompiling(files: number): void {
    this.#startIf(files >= FILES_WORTH_IT);
  }

  /** null where the command's own thread is enough. */
  beforeTests(chosen: readonly CompiledClass[]): TestThreads | null {
    this.#startIf(chosen.reduce((sum, { tests }) => sum + tests.length, 0) >= METHODS_WORTH_IT);
    return this.#threads;
  }

  async stop(): Promise<void> {
    await this.#threads?.stop();
  }

  #startIf(isWorthIt: boolean): void {
    if (this.#more > 0 && this.#threads === null && (isWorthIt || this.#isAsked))
      this.#threads = new TestThreads(this.#more, this.#options);
  }
}
