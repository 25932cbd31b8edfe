/** A served project whose Apex can be edited: what compiles takes the place of what ran before, as a deploy would. */
import path from "node:path";
import type { CompiledProject } from "../compile/compile-project.ts";
import type { ProjectUnderWork, Refreshed } from "../compile/project-under-work.ts";
import type { OpenOrg } from "../org/open-org.ts";
import { ProjectPathError } from "../schema/project.ts";
import type { Schema } from "../schema/schema.ts";
import { formatDiagnostic, type Diagnostic } from "../syntax/diagnostic.ts";

export class LiveProject {
  readonly #work: ProjectUnderWork;
  /** What the org runs: the last that compiled. */
  #current: CompiledProject;

  constructor(work: ProjectUnderWork) {
    this.#work = work;
    this.#current = work.project;
  }

  /** The project for an org to open, whose classes are always those of now. */
  withSchema(schema: Schema): CompiledProject {
    const now = (): CompiledProject => this.#current;
    return {
      schema,
      units: {
        classUnit: (name) => now().units.classUnit(name),
        triggerUnit: (name) => now().units.triggerUnit(name),
      },
      get classes() {
        return now().classes;
      },
      get triggers() {
        return now().triggers;
      },
      get diagnostics() {
        return now().diagnostics;
      },
      get notices() {
        return now().notices;
      },
      get remoteSites() {
        return now().remoteSites;
      },
      anonymous: (text) => now().anonymous(text),
    };
  }

  /**
   * Takes an edit into the org, which no transaction runs in just now.
   * @returns what there is to say of it
   */
  edited(files: ReadonlySet<string>, { org, engine }: OpenOrg): readonly string[] {
    const refreshed = this.#refresh(files);
    if (typeof refreshed === "string") return [refreshed];
    if (refreshed.kind === "unparsed") return kept(refreshed.diagnostics);
    const { project } = this.#work;
    if (project === this.#current) return [];
    if (project.schema !== this.#current.schema)
      return [
        `Metadata was edited, which the org takes in when it is started anew: ${namesOf(files)}`,
      ];
    const errors = project.diagnostics.filter(({ kind }) => kind === "error");
    if (errors.length > 0) return kept(errors);
    this.#current = project;
    engine.renew();
    org.renewApex(project.triggers, this.#work.apexRecords);
    return [`The org runs the Apex as it was saved: ${namesOf(files)}`];
  }

  /** What came of it, or why the project cannot be read any more. */
  #refresh(files: ReadonlySet<string>): Refreshed | string {
    try {
      return this.#work.refresh(files);
    } catch (error) {
      if (error instanceof ProjectPathError) return error.message;
      throw error;
    }
  }
}

function kept(errors: readonly Diagnostic[]): readonly string[] {
  return [...errors.map(formatDiagnostic), "The org goes on with the Apex it had."];
}

function namesOf(files: ReadonlySet<string>): string {
  return [...files].map((file) => path.basename(file)).join(", ");
}
