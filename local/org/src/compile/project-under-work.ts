/**
 * A project that is edited while it is in use. An edit of Apex compiles the files it touches, and others only where they can see the
 * difference; an edit of metadata compiles everything.
 */
import { existsSync } from "node:fs";
import type { LoadedSchema } from "../schema/load-schema.ts";
import { WITHOUT_EFFECT } from "../schema/metadata/ignored-types.ts";
import { apexRecord } from "../schema/metadata-records.ts";
import { readMetadata } from "../schema/metadata/read-metadata.ts";
import { sourceName } from "../schema/metadata/source-name.ts";
import { projectFiles } from "../schema/project.ts";
import type { MetadataRecord } from "../schema/schema.ts";
import type { ClassUnit } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { membersAt } from "./class-members.ts";
import {
  compilationOf,
  programOf,
  projectOf,
  type CompiledProject,
  type CompileOptions,
  type ProjectCompilation,
} from "./compile-project.ts";
import { hasOtherTriggers, outputAfter, unitsReached } from "./edit.ts";
import { withNamespaces } from "./packages.ts";
import { parseAll, sourcesOf, type ParsedSources, type Source } from "./sources.ts";
import type { CompiledUnit } from "./output-cache.ts";
import { classKey, memberKey, unitsByKey, type UnitKey } from "./unit-graph.ts";

/** What came of an edit. */
export type Refreshed =
  | { readonly kind: "nothing" }
  /** A file does not parse: the project stays as it was until it does. */
  | { readonly kind: "unparsed"; readonly diagnostics: readonly Diagnostic[] }
  | ApexEdited
  /** Metadata changed, or which triggers run when. */
  | { readonly kind: "everything" };

export interface ApexEdited {
  readonly kind: "apex";
  /** Units, and members of classes, that may behave otherwise than before. */
  readonly reached: ReadonlySet<UnitKey>;
  /** The classes and triggers whose text was edited. */
  readonly edited: ReadonlySet<UnitKey>;
  /** What is wrong with those of them that do not compile. */
  readonly broken: readonly Diagnostic[];
}

const APEX = /\.(?:cls|trigger)$/u;
const APEX_SETTINGS = /\.(?:cls|trigger)-meta\.xml$/u;

export class ProjectUnderWork {
  readonly #options: CompileOptions;
  #compilation: ProjectCompilation;
  #project: CompiledProject;
  #classes: {
    readonly of: ParsedSources;
    readonly byKey: ReadonlyMap<UnitKey, ClassUnit>;
  } | null = null;
  /** All that the project's folders hold, to tell what comes and goes. */
  #files: ReadonlySet<string>;

  /** @throws ProjectPathError when a path cannot be loaded at all */
  constructor(options: CompileOptions) {
    this.#options = options;
    this.#compilation = compilationOf(options);
    this.#project = projectOf(this.#compilation);
    this.#files = filesOf(options);
  }

  get project(): CompiledProject {
    return this.#project;
  }

  /** The records of its classes and triggers. */
  get apexRecords(): readonly MetadataRecord[] {
    return this.#compilation.loaded.apex.map(apexRecord);
  }

  /** Does now what the first edit would wait for. */
  warm(): void {
    this.#compilation.program();
  }

  /** Keys of the members of a class that stand on one of the lines; none of a trigger. */
  membersAt(unit: UnitKey, lines: readonly number[]): readonly UnitKey[] {
    const parsed = this.#compilation.parsed();
    if (this.#classes?.of !== parsed)
      this.#classes = {
        of: parsed,
        byKey: new Map(
          parsed.classes.map((each) => [classKey(each.unit.declaration.name), each.unit]),
        ),
      };
    const found = this.#classes.byKey.get(unit);
    return found === undefined ? [] : membersAt(found, lines).map((id) => memberKey(unit, id));
  }

  /**
   * Takes in what changed on disk.
   * @param touched absolute paths; what else came or went is found by looking through the folders
   * @throws ProjectPathError when a path cannot be loaded any more; the project stays as it was
   */
  refresh(touched: ReadonlySet<string>): Refreshed {
    const { loaded } = this.#compilation;
    const known = new Set(loaded.apex.map((source) => source.path));
    if ([...touched].every((file) => known.has(file) && existsSync(file)))
      return this.#take(loaded);

    const files = filesOf(this.#options);
    const moved = [...without(files, this.#files), ...without(this.#files, files)];
    const relevant = [...moved, ...[...touched].filter((file) => files.has(file))];
    if (relevant.some(isMetadata)) {
      this.#compilation = compilationOf(this.#options);
      this.#project = projectOf(this.#compilation);
      this.#files = files;
      return { kind: "everything" };
    }
    // A class is told apart from others by its file alone: the schema stays what it was.
    const { apex } = readMetadata([...files].filter((file) => APEX.test(file)));
    const refreshed = this.#take({ ...loaded, apex, metadata: { ...loaded.metadata, apex } });
    if (refreshed.kind !== "unparsed") this.#files = files;
    return refreshed;
  }

  #take(loaded: LoadedSchema): Refreshed {
    const before = this.#compilation;
    const sources = withNamespaces(sourcesOf(loaded), this.#options.packages ?? []);
    const edited = changedSources(before.sources, sources);
    if (edited.length === 0 && sources.length === before.sources.length) return { kind: "nothing" };
    const fresh = parseAll(edited, this.#options.cacheFolder);
    if (fresh.unparsed.length > 0) return { kind: "unparsed", diagnostics: fresh.unparsed };

    const parsed = merged(before.parsed(), fresh, sources);
    const program = programOf(parsed, loaded.schema);
    const edit = {
      before: { parsed: before.parsed(), output: before.output },
      after: { parsed, program, hasWord: wordSearch(sources) },
      changed: new Set(edited.map(({ file }) => file)),
    };
    const output = outputAfter(edit);
    this.#compilation = {
      ...before,
      loaded,
      sources,
      parsed: () => parsed,
      program: () => program,
      output,
      blocks: null,
    };
    this.#project = projectOf(this.#compilation);
    if (hasOtherTriggers(before.output, output)) return { kind: "everything" };
    const reached = unitsReached(edit, output);
    const units = [...unitsByKey(output)];
    const isEdited = ({ file }: CompiledUnit): boolean => edit.changed.has(file);
    return {
      kind: "apex",
      reached,
      edited: new Set(units.flatMap(([key, unit]) => (isEdited(unit) ? [key] : []))),
      broken: units.flatMap(([key, unit]) =>
        unit.emitted === null && (isEdited(unit) || reached.has(key)) ? unit.diagnostics : [],
      ),
    };
  }
}

function filesOf({ paths }: CompileOptions): ReadonlySet<string> {
  return new Set(projectFiles(paths).files);
}

function without(files: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...files].filter((file) => !others.has(file));
}

/** Neither Apex nor what only shows in the user interface. */
function isMetadata(file: string): boolean {
  if (APEX.test(file) || APEX_SETTINGS.test(file)) return false;
  if (/[\\/]staticresources[\\/]/u.test(file)) return true;
  const suffix = sourceName(file)?.suffix;
  // Tabs are looked at for what an object is called.
  return suffix !== undefined && (suffix === "tab" || !WITHOUT_EFFECT.has(suffix));
}

function changedSources(before: readonly Source[], now: readonly Source[]): readonly Source[] {
  const known = new Map(before.map((source) => [source.file, source]));
  return now.filter((source) => {
    const old = known.get(source.file);
    return old?.text !== source.text || old.apiVersion !== source.apiVersion;
  });
}

function wordSearch(
  sources: readonly Source[],
): (file: string, words: ReadonlySet<string>) => boolean {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  return (file, words) => {
    const text = (texts.get(file) ?? "").toLowerCase();
    return [...words].some((word) => text.includes(word));
  };
}

/** In the order of the sources, as a whole parse would give them. */
function merged(
  before: ParsedSources,
  fresh: ParsedSources,
  sources: readonly Source[],
): ParsedSources {
  const inOrder = <Unit extends { readonly file: string }>(
    old: readonly Unit[],
    changed: readonly Unit[],
  ): readonly Unit[] => {
    const byFile = new Map([...old, ...changed].map((unit) => [unit.file, unit]));
    return sources.flatMap(({ file }) => byFile.get(file) ?? []);
  };
  const isFresh = new Set([...fresh.classes, ...fresh.triggers].map(({ file }) => file));
  const isThere = new Set(sources.map(({ file }) => file));
  return {
    classes: inOrder(before.classes, fresh.classes),
    triggers: inOrder(before.triggers, fresh.triggers),
    unparsed: before.unparsed.filter(({ file }) => isThere.has(file) && !isFresh.has(file)),
  };
}
