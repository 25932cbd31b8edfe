/** `org test --watch`: runs what an edit reaches, until it is told to end. */
import { once } from "node:events";
import type { TestOutcome } from "../apex-tests/outcome.ts";
import type { Refreshed } from "../compile/project-under-work.ts";
import { noticeLines } from "../schema/notices.ts";
import { ProjectPathError } from "../schema/project.ts";
import { formatDiagnostic, type Diagnostic } from "../syntax/diagnostic.ts";
import { watchSources } from "../watch/source-watcher.ts";
import { TestSession } from "../watch/test-session.ts";
import { chosenClasses } from "./chosen-classes.ts";
import { listenForKeys, type Key } from "./keys.ts";
import type { ProjectOptions } from "./project-options.ts";
import { showClass } from "./test-reports.ts";

const HELP = "Enter runs all, f those that fail, q ends.";

/** Names shown of those that fail. */
const SHOWN = 5;

/** @param only names of test classes; null for all. @throws ProjectPathError */
export async function watchTests(
  options: ProjectOptions,
  only: readonly string[] | null,
): Promise<number> {
  const session = new TestSession({
    ...options,
    only: only === null ? null : new Set(only.map((name) => name.toLowerCase())),
    onProgress: (line) => console.error(line),
    log: (line) => console.error(line),
  });
  chosenClasses(session.project, only ?? undefined);
  for (const line of noticeLines(session.project.notices)) console.error(line);
  show(session.project.diagnostics);

  const ended = new AbortController();
  const run = new WatchedRun(session, ended.signal);
  const end = (): void => ended.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const watcher = watchSources(options.paths, (files) => run.edited(files));
  const releaseKeys = listenForKeys(process.stdin, (key) => press(key, run, end));
  run.start();
  if (!ended.signal.aborted) await once(ended.signal, "abort");
  watcher.close();
  releaseKeys();
  process.off("SIGINT", end);
  process.off("SIGTERM", end);
  return 0;
}

function press(key: Key, run: WatchedRun, end: () => void): void {
  switch (key) {
    case "all":
      run.all();
      return;
    case "failing":
      run.failing();
      return;
    case "quit":
      end();
      return;
    case "other":
      console.log(HELP);
      return;
  }
}

/** Runs one class a turn, so that a key or an edit is heard between them; an edit changes what is still to run. */
class WatchedRun {
  readonly #session: TestSession;
  readonly #ended: AbortSignal;
  #since = performance.now();
  #passed = 0;
  #failed = 0;
  #classes = 0;
  #isGoing = false;

  constructor(session: TestSession, ended: AbortSignal) {
    this.#session = session;
    this.#ended = ended;
  }

  start(): void {
    this.#go();
    if (this.#session.dueCount === 0) this.#rest();
  }

  all(): void {
    this.#session.dueAll();
    this.#go();
  }

  failing(): void {
    if (this.#session.failing.length === 0) {
      console.log("No test fails.");
      return;
    }
    this.#session.dueFailing();
    this.#go();
  }

  edited(files: ReadonlySet<string>): void {
    const since = performance.now();
    const refreshed = this.#refresh(files);
    if (refreshed === null || refreshed.kind === "nothing") return;
    console.log(`\n── ${filesTold(files)}`);
    show(problemsOf(refreshed, this.#session));
    if (this.#session.isWaiting) {
      console.log("The tests wait until it compiles. Enter runs them anyway.");
      return;
    }
    if (!this.#isGoing) this.#since = since;
    this.#go();
    if (this.#session.dueCount === 0) console.log(`No test meets what was changed. ${HELP}`);
  }

  #refresh(files: ReadonlySet<string>): Refreshed | null {
    try {
      return this.#session.refresh(files);
    } catch (error) {
      if (!(error instanceof ProjectPathError)) throw error;
      console.error(error.message);
      return null;
    }
  }

  #go(): void {
    if (this.#isGoing || this.#session.dueCount === 0) return;
    this.#isGoing = true;
    this.#passed = this.#failed = this.#classes = 0;
    setImmediate(() => this.#next());
  }

  #next(): void {
    if (this.#ended.aborted) return;
    const outcomes = this.#session.runNext();
    if (outcomes === null) {
      this.#rest();
      return;
    }
    this.#count(outcomes);
    setImmediate(() => this.#next());
  }

  #count(outcomes: readonly TestOutcome[]): void {
    const [first] = outcomes;
    if (first !== undefined) showClass(first.class, outcomes);
    const failed = outcomes.filter(({ outcome }) => outcome === "fail").length;
    this.#failed += failed;
    this.#passed += outcomes.length - failed;
    this.#classes += 1;
  }

  #rest(): void {
    this.#isGoing = false;
    const seconds = ((performance.now() - this.#since) / 1000).toFixed(1);
    const all = this.#session.testClasses.length;
    console.log(
      `${this.#passed} passed, ${this.#failed} failed in ${this.#classes} of ${all} test classes, ${seconds} s`,
    );
    const { failing } = this.#session;
    if (failing.length > 0) console.log(`Failing: ${namesTold(failing)}`);
    console.log(HELP);
    this.#session.warm();
    this.#since = performance.now();
  }
}

function show(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
}

function problemsOf(refreshed: Refreshed, session: TestSession): readonly Diagnostic[] {
  switch (refreshed.kind) {
    case "nothing":
      return [];
    case "unparsed":
      return refreshed.diagnostics;
    case "apex":
      return refreshed.broken;
    case "everything":
      return session.project.diagnostics.filter(({ kind }) => kind === "error");
  }
}

function filesTold(files: ReadonlySet<string>): string {
  return namesTold([...files].map((file) => file.replace(/^.*[\\/]/u, "")));
}

function namesTold(names: readonly string[]): string {
  const more = names.length - SHOWN;
  const shown = names.slice(0, SHOWN).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}
