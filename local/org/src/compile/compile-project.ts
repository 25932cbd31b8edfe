/**
 * From a project's folder to what the engine runs. Every unit is compiled; one with errors keeps its diagnostics and fails only who
 * reaches it.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { bindProgram, type Program, type SourceUnit } from "../bind/program.ts";
import { CompilationError, emitBound } from "../emit/program-units.ts";
import type { EmittedUnit } from "../runtime/unit.ts";
import { hasBehaviour } from "../platform/registry.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import type { UnitSource } from "../runtime/engine.ts";
import { stackTextOf } from "../runtime/stack.ts";
import { loadSchema, type LoadedSchema } from "../schema/load-schema.ts";
import type { Notice } from "../schema/metadata/project-metadata.ts";
import type { Schema } from "../schema/schema.ts";
import type { ClassUnit, CompilationUnit, TriggerUnit } from "../syntax/ast.ts";
import { cachedParse } from "../syntax/cache.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { parseAnonymous, parseClass, parseTrigger, type Parsed } from "../syntax/parse.ts";
import { formulaDiagnostics } from "./formula-diagnostics.ts";
import { compilerFingerprint, fingerprint } from "./fingerprint.ts";
import {
  readOutput,
  writeOutput,
  type CompiledClass,
  type CompiledOutput,
  type CompiledTrigger,
  type CompiledUnit,
  type TestMethod,
} from "./output-cache.ts";
import type { ClassSymbol, MethodSymbol } from "../types/symbols.ts";

export interface CompileOptions {
  /** Projects, or folders or files of source: later ones may use what earlier ones bring. */
  readonly paths: readonly string[];
  /** Without it nothing is kept between runs. */
  readonly cacheFolder?: string;
  readonly onProgress?: (line: string) => void;
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

interface Source {
  readonly kind: "class" | "trigger";
  readonly name: string;
  /** Relative to where the command was given: what a person can click on. */
  readonly file: string;
  readonly text: string;
  readonly apiVersion: number;
}

const DEFAULT_API_VERSION = 66;

export function compileProject(options: CompileOptions): CompiledProject {
  const loaded = loadSchema(options.paths);
  const sources = sourcesOf(loaded);
  const { cacheFolder } = options;
  const outputFolder = cacheFolder === undefined ? null : path.join(cacheFolder, "output");
  const key = fingerprint([
    compilerFingerprint(),
    ...schemaParts(loaded),
    ...sources.flatMap(sourceParts),
  ]);
  const program = lazily(() => bind(sources, loaded.schema, cacheFolder));

  let output = outputFolder === null ? null : readOutput(outputFolder, key);
  if (output === null) {
    options.onProgress?.(`compiling ${sources.length} Apex files`);
    output = compileAll(program());
    if (outputFolder !== null) writeOutput(outputFolder, key, output);
  }
  return {
    schema: loaded.schema,
    units: unitsOf(output),
    classes: output.classes,
    triggers: output.triggers,
    diagnostics: [
      ...loaded.diagnostics,
      ...formulaDiagnostics(loaded),
      ...output.unparsed,
      ...[...output.classes, ...output.triggers].flatMap(({ diagnostics }) => diagnostics),
    ],
    notices: loaded.notices,
    remoteSites: loaded.metadata.remoteSites,
    anonymous(text) {
      const { unit, diagnostics } = parseAnonymous("AnonymousBlock", text);
      if (unit === null || diagnostics.length > 0) throw new CompilationError(diagnostics);
      return emitBound(program().program.bindAnonymous(unit, "AnonymousBlock"));
    },
  };
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

export function alterableProject({ paths, cacheFolder }: CompileOptions): AlterableProject {
  const { schema, ...loaded } = loadSchema(paths);
  const sources = sourcesOf({ schema, ...loaded });
  const parsed = parseAll(sources, cacheFolder);
  return {
    sources: sources.filter(({ kind }) => kind === "class"),
    altered(project, name, text) {
      const isIt = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
      const file = sources.find((source) => source.kind === "class" && isIt(source.name))?.file;
      if (file === undefined) throw new Error(`The project has no class ${name}.`);
      const { unit, diagnostics } = parseClass(file, text);
      if (unit === null || diagnostics.length > 0) throw new CompilationError(diagnostics);
      const classes = parsed.classes.map((each) => (each.file === file ? { ...each, unit } : each));
      const bound = programOf({ ...parsed, classes }, schema).bindUnit(name);
      if (bound === undefined) throw new Error(`The program has lost ${name}`);
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

// ── Sources ──

function sourcesOf(loaded: LoadedSchema): readonly Source[] {
  return loaded.apex.map((source) => ({
    kind: source.kind,
    name: source.name,
    file: displayPath(source.path),
    text: readFileSync(source.path, "utf8"),
    apiVersion: Number(source.apiVersion ?? loaded.sourceApiVersion ?? DEFAULT_API_VERSION),
  }));
}

function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}

function sourceParts({ kind, file, text, apiVersion }: Source): readonly string[] {
  return [kind, file, String(apiVersion), text];
}

/** Everything of the schema that binding can see, in the metadata's own order. */
function schemaParts(loaded: LoadedSchema): readonly string[] {
  const { metadata } = loaded;
  return [
    JSON.stringify([...metadata.objects.values()]),
    JSON.stringify([
      metadata.labels,
      metadata.customMetadata,
      [...metadata.globalValueSets],
      [...metadata.tabs],
      [...metadata.features],
      metadata.flows.map(({ name }) => name),
    ]),
  ];
}

// ── Compiling ──

interface BoundSources {
  readonly program: Program;
  readonly unparsed: readonly Diagnostic[];
}

function bind(
  sources: readonly Source[],
  schema: Schema,
  cacheFolder: string | undefined,
): BoundSources {
  const parsed = parseAll(sources, cacheFolder);
  return { program: programOf(parsed, schema), unparsed: parsed.unparsed };
}

interface ParsedSources {
  readonly classes: readonly SourceUnit<ClassUnit>[];
  readonly triggers: readonly SourceUnit<TriggerUnit>[];
  readonly unparsed: readonly Diagnostic[];
}

function programOf({ classes, triggers }: ParsedSources, schema: Schema): Program {
  return bindProgram({ classes, triggers, schema, catalog: platformCatalog(), hasBehaviour });
}

function parseAll(sources: readonly Source[], cacheFolder: string | undefined): ParsedSources {
  const syntaxFolder = cacheFolder === undefined ? null : path.join(cacheFolder, "syntax");
  const classParser =
    syntaxFolder === null ? parseClass : cachedParse(syntaxFolder, "classUnit", parseClass);
  const triggerParser =
    syntaxFolder === null ? parseTrigger : cachedParse(syntaxFolder, "triggerUnit", parseTrigger);
  const unparsed: Diagnostic[] = [];

  const parsed = <Unit extends CompilationUnit>(
    kind: Source["kind"],
    parse: (file: string, text: string) => Parsed<Unit>,
  ): SourceUnit<Unit>[] =>
    sources.flatMap((source) => {
      if (source.kind !== kind) return [];
      const { unit, diagnostics } = guarded(
        source.file,
        () => parse(source.file, source.text),
        (fault) => ({ unit: null, diagnostics: [fault] }),
      );
      unparsed.push(...diagnostics);
      const isWhole = unit !== null && diagnostics.length === 0;
      return isWhole ? [{ file: source.file, apiVersion: source.apiVersion, unit }] : [];
    });

  return {
    classes: parsed("class", classParser),
    triggers: parsed("trigger", triggerParser),
    unparsed,
  };
}

function compileAll({ program, unparsed }: BoundSources): CompiledOutput {
  return {
    classes: program.classes.map((symbol) => ({
      ...compiled(symbol.name, symbol.file, () => program.bindUnit(symbol.name)),
      isTest: symbol.isTest,
      restMapping: restMapping(symbol),
      tests: symbol.methods.filter((method) => method.isTest).map(testMethod),
      setups: symbol.methods.filter(isTestSetup).map(testMethod),
    })),
    triggers: program.triggers.map(({ unit, file }) => ({
      ...compiled(unit.name, file, () => program.bindTrigger(unit.name)),
      object: unit.object,
      events: unit.events,
    })),
    unparsed,
  };
}

function compiled(
  name: string,
  file: string,
  bind: () => Parameters<typeof emitBound>[0] | undefined,
): CompiledUnit {
  return guarded(
    file,
    () => {
      const bound = bind();
      if (bound === undefined) throw new Error(`The program has lost ${name}`);
      const { isRunnable, diagnostics } = bound;
      return { name, file, emitted: isRunnable ? emitBound(bound) : null, diagnostics };
    },
    (fault) => ({ name, file, emitted: null, diagnostics: [fault] }),
  );
}

/** A fault of the compiler is an error of the file it happens in: the others still compile. */
function guarded<T>(file: string, work: () => T, broken: (fault: Diagnostic) => T): T {
  try {
    return work();
  } catch (thrown) {
    const text = thrown instanceof Error ? stackTextOf(thrown) : String(thrown);
    const message = `The local org failed to compile this file: ${text}`;
    return broken({ file, at: { line: 1, column: 1 }, message, kind: "error" });
  }
}

function restMapping({ annotations }: ClassSymbol): string | null {
  const annotation = annotations.find(({ name }) => name === "restresource");
  return annotation?.arguments.get("urlmapping") ?? null;
}

function testMethod(method: MethodSymbol): TestMethod {
  const { name, key, owner } = method;
  const seesAllData = [method, owner].some(
    ({ annotations }) =>
      annotations
        .find((annotation) => annotation.name === "istest")
        ?.arguments.get("seealldata")
        ?.toLowerCase() === "true",
  );
  return { name, key, seesAllData };
}

function isTestSetup(method: MethodSymbol): boolean {
  return method.annotations.some(({ name }) => name === "testsetup");
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

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
