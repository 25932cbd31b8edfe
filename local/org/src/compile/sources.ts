/** The Apex of a project as text, and what the parser makes of it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { SourceUnit } from "../bind/program.ts";
import type { LoadedSchema } from "../schema/load-schema.ts";
import type { ClassUnit, CompilationUnit, TriggerUnit } from "../syntax/ast.ts";
import { cachedParse } from "../syntax/cache.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { parseClass, parseTrigger, type Parsed } from "../syntax/parse.ts";
import { keepPredictions } from "../syntax/tokens.ts";
import { guarded } from "./guarded.ts";

export interface Source {
  readonly kind: "class" | "trigger";
  readonly name: string;
  /** Relative to where the command was given: what a person can click on. */
  readonly file: string;
  readonly text: string;
  readonly apiVersion: number;
}

const DEFAULT_API_VERSION = 66;

export function sourcesOf(loaded: LoadedSchema): readonly Source[] {
  return loaded.apex.map((source) => ({
    kind: source.kind,
    name: source.name,
    file: displayPath(source.path),
    text: readFileSync(source.path, "utf8"),
    apiVersion: Number(source.apiVersion ?? loaded.sourceApiVersion ?? DEFAULT_API_VERSION),
  }));
}

/** As a person may click on it where the command was given. */
export function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}

/** @param home the folder that its place is told from */
export function sourceParts(source: Source, home: string): readonly string[] {
  const { kind, file, text, apiVersion } = source;
  return [kind, path.relative(home, path.resolve(file)), String(apiVersion), text];
}

export interface ParsedSources {
  readonly classes: readonly SourceUnit<ClassUnit>[];
  readonly triggers: readonly SourceUnit<TriggerUnit>[];
  readonly unparsed: readonly Diagnostic[];
}

export function parseAll(
  sources: readonly Source[],
  cacheFolder: string | undefined,
): ParsedSources {
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

  const classes = parsed("class", classParser);
  const triggers = parsed("trigger", triggerParser);
  keepPredictions();
  return { classes, triggers, unparsed };
}
