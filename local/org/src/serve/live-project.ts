/** A served project that is edited: what compiles takes the place of what ran before, as a deploy would. */
import path from "node:path";
import type { CompiledProject } from "../compile/compile-project.ts";
import type { ProjectUnderWork, Refreshed } from "../compile/project-under-work.ts";
import type { OpenedLocalOrg } from "../open-local-org.ts";
import { LiveSchema } from "../schema/live-schema.ts";
import { noticeLines } from "../schema/notices.ts";
import { ProjectPathError } from "../schema/project.ts";
import type { MetadataRecord, Schema } from "../schema/schema.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { SettingsError } from "./settings-error.ts";

export class LiveProject {
  readonly #work: ProjectUnderWork;
  readonly #settled: (schema: Schema) => Schema;
  readonly #schema: LiveSchema;
  /** What the org runs: the last that compiled. */
  #current: CompiledProject;
  #records: readonly MetadataRecord[];
  /** What has been said of what the org lacks. */
  #said: ReadonlySet<string>;

  /**
   * @param settled gives a schema what this org was started with beside the project
   * @throws SettingsError from `settled`
   */
  constructor(work: ProjectUnderWork, settled: (schema: Schema) => Schema) {
    this.#work = work;
    this.#settled = settled;
    this.#current = work.project;
    this.#schema = new LiveSchema(settled(work.project.schema));
    this.#records = this.#schema.metadataRecords;
    this.#said = new Set(remarks(work.project));
  }

  /** What Salesforce has and this org lacks fails where it is reached, or has no effect: said beforehand, so that it surprises nobody. */
  get remarks(): readonly string[] {
    return [...this.#said];
  }

  /** The project for an org to open, which is always that of now. */
  get project(): CompiledProject {
    const now = (): CompiledProject => this.#current;
    return {
      schema: this.#schema,
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
  edited(files: ReadonlySet<string>, org: OpenedLocalOrg): readonly string[] {
    const refreshed = this.#refresh(files);
    if (typeof refreshed === "string") return [refreshed];
    if (refreshed.kind === "unparsed") return kept(refreshed.diagnostics.map(formatDiagnostic));
    const { project } = this.#work;
    if (project === this.#current) return [];
    const errors = project.diagnostics.filter(({ kind }) => kind === "error");
    if (errors.length > 0) return kept(errors.map(formatDiagnostic));
    try {
      this.#take(project, org);
    } catch (error) {
      if (error instanceof SettingsError) return kept([error.message]);
      throw error;
    }
    return [...this.#news(project), `The org runs the project as it was saved: ${namesOf(files)}`];
  }

  /** @throws SettingsError before anything has changed */
  #take(project: CompiledProject, org: OpenedLocalOrg): void {
    const before = this.#current;
    const isOtherSchema = project.schema !== before.schema;
    const schema = isOtherSchema ? this.#settled(project.schema) : null;
    const known = new Set(before.triggers);
    const saved = project.triggers.filter((trigger) => !known.has(trigger));
    this.#current = project;
    const schemaBefore = schema === null ? null : this.#schema.replace(schema);
    const records = { before: this.#records, now: this.#recordsNow() };
    this.#records = records.now;
    org.renew({
      triggers: project.triggers,
      saved: new Set(saved.map(({ name }) => name)),
      schemaBefore,
      records,
    });
  }

  /** The schema knows the classes of when it was read. */
  #recordsNow(): readonly MetadataRecord[] {
    const others = this.#schema.metadataRecords.filter(
      ({ object }) => object !== "ApexClass" && object !== "ApexTrigger",
    );
    return [...others, ...this.#work.apexRecords];
  }

  /** What there is to remark of the project that was not said before. */
  #news(project: CompiledProject): readonly string[] {
    const said = this.#said;
    this.#said = new Set(remarks(project));
    return [...this.#said].filter((line) => !said.has(line));
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

function remarks(project: CompiledProject): readonly string[] {
  return [...project.diagnostics.map(formatDiagnostic), ...noticeLines(project.notices)];
}

function kept(errors: readonly string[]): readonly string[] {
  return [...errors, "The org goes on with what it had."];
}

function namesOf(files: ReadonlySet<string>): string {
  return [...files].map((file) => path.basename(file)).join(", ");
}
