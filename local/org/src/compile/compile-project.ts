/**
 * From a project's folder to what the engine runs. Every unit is compiled; one with errors keeps its diagnostics and fails only who
 * reaches it.
 */
import path from "node:path";
import { bindProgram, type Program } from "../bind/program.ts";
import { CompilationError, emitBound } from "../emit/program-units.ts";
import type { EmittedUnit } from "../runtime/unit.ts";
import { hasBehaviour } from "../platform/registry.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import type { UnitSource } from "../runtime/engine.ts";
import { loadSchema, type LoadedSchema } from "../schema/load-schema.ts";
import type { Notice } from "../schema/metadata/project-metadata.ts";
import type { Schema } from "../schema/schema.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { parseAnonymous, parseClass } from "../syntax/parse.ts";
import { keptBlocks } from "./anonymous-cache.ts";
import { compileAll } from "./compile-units.ts";
import { formulaDiagnostics } from "./formula-diagnostics.ts";
import { compilerFingerprint, fingerprint, folderOfAll } from "./fingerprint.ts";
import {
  readOutput,
  withFiles,
  writeOutput,
  type CompiledClass,
  type CompiledOutput,
  type CompiledTrigger,
  type CompiledUnit,
} from "./output-cache.ts";
import { withNamespaces, type PackageStub } from "./packages.ts";
import {
  displayPath,
  parseAll,
  sourceParts,
  sourcesOf,
  type ParsedSources,
  type Source,
} from "./sources.ts";

export interface CompileOptions {
  /** Projects, or folders or files of source: later ones may use what earlier ones bring. */
  readonly paths: readonly string[];
  /** Those of the paths that stand for managed packages. */
  readonly packages?: readonly PackageStub[];
  /** Without it nothing of the project is kept between runs. */
  readonly cacheFolder?: string;
  readonly onProgress?: (line: string) => void;
  /** Hears that nothing is kept of the project, and how many files of Apex it has. */
  readonly beforeCompiling?: (files: number) => void;
}

export interface CompiledProject {
  readonly schema: Schema;
  readonly units: UnitSource;
  readonly classes: readonly CompiledClass[];
  readonly triggers: readonly CompiledTrigger[];
  /** Of every unit, and of the metadata. */
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
  /** URLs that callouts may go to without a Named Credential. */
  readonly remoteSites: readonly string[];
  /** @throws CompilationError */
  anonymous(text: string): EmittedUnit;
}

export function compileProject(options: CompileOptions): CompiledProject {
  return projectOf(compilationOf(options));
}

/** What a compiled project was made from, for those who compile parts of it again. */
export interface ProjectCompilation {
  readonly loaded: LoadedSchema;
  /** Of the schema and of formulas. */
  readonly metadataDiagnostics: readonly Diagnostic[];
  readonly sources: readonly Source[];
  readonly parsed: () => ParsedSources;
  readonly program: () => Program;
  readonly output: CompiledOutput;
  /** Where its anonymous blocks are kept, and the key of what they can see; null where nothing is, or an edit made it another. */
  readonly blocks: { readonly folder: string; readonly key: string } | null;
}

export function compilationOf({
  paths,
  packages = [],
  cacheFolder,
  onProgress,
  beforeCompiling,
}: CompileOptions): ProjectCompilation {
  const loaded = loadSchema(paths);
  const sources = withNamespaces(sourcesOf(loaded), packages);
  const home = folderOfAll(paths);
  const kept =
    cacheFolder === undefined
      ? null
      : {
          folder: path.join(cacheFolder, "output"),
          key: fingerprint([
            compilerFingerprint(cacheFolder),
            ...schemaParts(loaded, home),
            [...loaded.schema.namespaces].join(),
            ...sources.flatMap((source) => sourceParts(source, home)),
          ]),
        };
  const parsed = lazily(() => parseAll(sources, cacheFolder));
  const program = lazily(() => programOf(parsed(), loaded.schema));

  const known = kept === null ? null : readOutput(kept.folder, kept.key);
  let output: CompiledOutput;
  if (known === null) {
    beforeCompiling?.(sources.length);
    onProgress?.(`compiling ${sources.length} Apex files`);
    output = compileAll(program(), parsed().unparsed);
    if (kept !== null)
      writeOutput(
        kept.folder,
        kept.key,
        withFiles(output, (file) => path.relative(home, path.resolve(file))),
      );
  } else {
    output = withFiles(known, (file) => displayPath(path.join(home, file)));
  }
  const metadataDiagnostics = [...loaded.diagnostics, ...formulaDiagnostics(loaded)];
  const blocks =
    kept === null ? null : { folder: path.join(kept.folder, "..", "anonymous"), key: kept.key };
  return { loaded, metadataDiagnostics, sources, parsed, program, output, blocks };
}

export function projectOf({
  loaded,
  metadataDiagnostics,
  program,
  output,
  blocks,
}: Pick<
  ProjectCompilation,
  "loaded" | "metadataDiagnostics" | "program" | "output" | "blocks"
>): CompiledProject {
  const compileBlock = (text: string): EmittedUnit => {
    const { unit, diagnostics } = parseAnonymous("AnonymousBlock", text);
    if (unit === null || diagnostics.length > 0) throw new CompilationError(diagnostics);
    return emitBound(program().bindAnonymous(unit, "AnonymousBlock"));
  };
  return {
    schema: loaded.schema,
    units: unitsOf(output),
    classes: output.classes,
    triggers: output.triggers,
    diagnostics: [
      ...metadataDiagnostics,
      ...output.unparsed,
      ...[...output.classes, ...output.triggers].flatMap(({ diagnostics }) => diagnostics),
    ],
    notices: loaded.notices,
    remoteSites: loaded.metadata.remoteSites,
    anonymous: blocks === null ? compileBlock : keptBlocks(blocks.folder, blocks.key, compileBlock),
  };
}

/** Compiled units of a project, which are data and can be handed to another thread. */
export type CompiledUnits = Pick<CompiledProject, "classes" | "triggers">;

/**
 * A project that another thread compiles: its metadata, which is read at once, and its units, which are handed over. Its diagnostics are
 * told where it is compiled.
 */
export function compiledElsewhere({
  paths,
  packages = [],
  cacheFolder,
}: CompileOptions): (units: CompiledUnits) => CompiledProject {
  const loaded = loadSchema(paths);
  const sources = (): readonly Source[] => withNamespaces(sourcesOf(loaded), packages);
  const program = lazily(() => programOf(parseAll(sources(), cacheFolder), loaded.schema));
  return ({ classes, triggers }) =>
    projectOf({
      loaded,
      metadataDiagnostics: [],
      program,
      output: { classes, triggers, unparsed: [] },
      blocks: null,
    });
}

/** A project whose classes can be given another text one at a time, as tools do that ask whether a test notices. */
export interface AlterableProject {
  /** Of every class. */
  readonly sources: readonly ClassSource[];
  /**
   * The project with another text for one class. The other classes are not compiled anew: what they see of it must stay.
   * @throws CompilationError
   */
  altered(project: CompiledProject, name: string, text: string): CompiledProject;
}

export interface ClassSource {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

export function alterableProject({
  paths,
  packages = [],
  cacheFolder,
}: CompileOptions): AlterableProject {
  const { schema, ...loaded } = loadSchema(paths);
  const sources = withNamespaces(sourcesOf({ schema, ...loaded }), packages);
  const parsed = parseAll(sources, cacheFolder);
  const program = programOf(parsed, schema);
  return {
    sources: sources.filter(({ kind }) => kind === "class"),
    altered(project, name, text) {
      const isIt = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
      const file = sources.find((source) => source.kind === "class" && isIt(source.name))?.file;
      if (file === undefined) throw new Error(`The project has no class ${name}.`);
      const { unit, diagnostics } = parseClass(file, text);
      if (unit === null || diagnostics.length > 0) throw new CompilationError(diagnostics);
      const bound = program.bindInstead(unit);
      if (bound === undefined) throw new Error(`What others see of ${name} is another`);
      const emitted = emitBound(bound);
      return {
        ...project,
        units: {
          classUnit: (other) => (isIt(other) ? emitted : project.units.classUnit(other)),
          triggerUnit: (other) => project.units.triggerUnit(other),
        },
      };
    },
  };
}

/**
 * Everything of the schema that binding can see, in the metadata's own order. Where the project lies is no part of it: a copy is compiled
 * like what it was copied from. Nor is what is only read when Apex runs: records of custom metadata, and the words of labels.
 */
function schemaParts({ metadata }: LoadedSchema, home: string): readonly string[] {
  // As it stands in JSON, where a path may have characters that are escaped.
  const place = JSON.stringify(home + path.sep).slice(1, -1);
  return [
    // What a rule refuses and what a label says is asked when the code runs.
    JSON.stringify(
      [...metadata.objects.values()].map((each) => ({ ...each, validationRules: [] })),
    ),
    JSON.stringify([
      metadata.labels.map(([name]) => name),
      [...metadata.globalValueSets],
      [...metadata.tabs],
      [...metadata.features],
      metadata.flows.map(({ name }) => name),
      metadata.pages,
      [...metadata.dataWeaveScripts.keys()],
    ]),
  ].map((part) => part.replaceAll(place, ""));
}

export function programOf({ classes, triggers }: ParsedSources, schema: Schema): Program {
  return bindProgram({ classes, triggers, schema, catalog: platformCatalog(), hasBehaviour });
}

// ── Serving the engine ──

function unitsOf(output: CompiledOutput): UnitSource {
  const classes = byName(output.classes);
  const triggers = byName(output.triggers);
  return {
    classUnit: (name) => emittedUnit(classes.get(name.toLowerCase())),
    triggerUnit: (name) => emittedUnit(triggers.get(name.toLowerCase())),
  };
}

function byName(units: readonly CompiledUnit[]): ReadonlyMap<string, CompiledUnit> {
  return new Map(units.map((unit) => [unit.name.toLowerCase(), unit]));
}

function emittedUnit(unit: CompiledUnit | undefined): EmittedUnit | undefined {
  if (unit === undefined) return undefined;
  if (unit.emitted === null) throw new CompilationError(unit.diagnostics);
  return unit.emitted;
}

export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
