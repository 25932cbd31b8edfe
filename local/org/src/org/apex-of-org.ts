/** What the REST API and the command line do with an open org's Apex beside records: anonymous blocks and tests. */
import { runTestClass } from "../apex-tests/run-tests.ts";
import type { CompiledProject } from "../compile/compile-project.ts";
import { CompilationError } from "../emit/program-units.ts";
import type { AnonymousOutcome, ApexAccess } from "./apex-access.ts";
import type { Engine } from "../runtime/engine.ts";
import type { DebugLine } from "../runtime/host.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import type { OrgRuntime } from "./org-runtime.ts";

/** Passes System.debug's lines to whoever listens just now. */
export interface DebugTap {
  readonly receive: (line: DebugLine) => void;
  /** The lines of `work`, in the form of a debug log: `15:30:00.0 (0)|USER_DEBUG|[3]|DEBUG|text`. */
  during<T>(work: () => T): { readonly result: T; readonly lines: readonly string[] };
}

export function debugTap(now: () => number): DebugTap {
  let listening: string[] | null = null;
  return {
    receive(debugged) {
      if (listening === null) return;
      const { line, level, text } = debugged;
      const time = new Date(now()).toISOString().slice(11, 22);
      listening.push(`${time} (0)|USER_DEBUG|[${line}]|${level}|${text}`);
    },
    during(work) {
      const outer = listening;
      const lines: string[] = [];
      listening = lines;
      try {
        return { result: work(), lines };
      } finally {
        listening = outer;
      }
    },
  };
}

export function apexOf(
  project: CompiledProject,
  { org, engine }: { readonly org: OrgRuntime; readonly engine: Engine },
  tap: DebugTap,
): ApexAccess {
  return {
    // Under work, others may come.
    get classes() {
      return project.classes;
    },
    running: engine,
    runAnonymous(text, user) {
      const { result, lines } = tap.during((): AnonymousOutcome => {
        try {
          const emitted = project.anonymous(text);
          org.transact(user, "ANONYMOUS", () => engine.runAnonymous(emitted));
          return { kind: "success", debug: [] };
        } catch (thrown) {
          return failure(thrown);
        }
      });
      return result.kind === "notCompiled" ? result : { ...result, debug: lines };
    },
    runTests: (testClass, methods) =>
      runTestClass({ engine, runner: org.runner, user: org.administrator }, testClass, methods),
  };
}

function failure(thrown: unknown): AnonymousOutcome {
  if (thrown instanceof CompilationError) {
    const [first] = thrown.diagnostics;
    if (first !== undefined) return { kind: "notCompiled", first };
  }
  const exception = apexExceptionOf(thrown);
  if (exception === null) throw thrown;
  const frame = exception.frames.findLast(({ name }) => name === "AnonymousBlock");
  return {
    kind: "exception",
    message: exception.headline,
    stackTrace: exception.stackTraceText,
    line: frame?.line ?? 1,
    column: frame?.column ?? 1,
    debug: [],
  };
}
