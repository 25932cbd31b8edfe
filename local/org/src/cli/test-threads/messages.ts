/** What the threads of a test run say to each other. */
import type { LinesRun } from "../../runtime/engine.ts";
import type { TestOutcome } from "../../apex-tests/outcome.ts";
import type { CompiledUnits } from "../../compile/compile-project.ts";
import type { ProjectOptions } from "../project-options.ts";

/** With which a thread is started. */
export interface ThreadData {
  readonly options: ProjectOptions;
}

export interface ToThread {
  readonly units: CompiledUnits;
  /** Of the test classes, in their order. */
  readonly names: readonly string[];
  /** The place of the class that whoever is free takes next, one number that all threads share. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

export type FromThread =
  | { readonly kind: "began"; readonly place: number }
  | { readonly kind: "outcome"; readonly outcome: TestOutcome }
  /** With the lines that ran in the class. */
  | { readonly kind: "ran"; readonly lines: readonly LinesRun[] }
  | { readonly kind: "log"; readonly line: string };
