/**
 * The static half of the compiler. Symbols and headers of all classes are settled at once; bodies are bound unit by unit when somebody
 * reaches them, so that a class that does not compile fails only those who use it.
 */
import type { PlatformCatalog } from "../signatures/catalog-types.ts";
import type { Schema } from "../schema/schema.ts";
import type {
  AnonymousUnit,
  ClassUnit,
  Member,
  TriggerUnit,
  TypeDeclaration,
} from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import { namespaceOf } from "../types/namespace.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import { TypeHierarchy } from "../types/type-hierarchy.ts";
import type { BoundAnonymous, BoundClassUnit, BoundTrigger } from "./bound.ts";
import { bindClass } from "./class-bodies.ts";
import type { Compilation, HasBehaviour } from "./compilation.ts";
import { checkContracts, checkExceptionName } from "./declarations/contracts.ts";
import { declareType } from "./declarations/declare.ts";
import { breakCircles, markExceptions, resolveAncestors } from "./declarations/headers.ts";
import { resolveMembers } from "./declarations/members.ts";
import { assignPlatformKeys } from "./declarations/platform-keys.ts";
import { bindAnonymousUnit, bindTriggerUnit } from "./loose-units.ts";
import { withOtherBodies } from "./other-bodies.ts";
import { Report } from "./report.ts";

export interface SourceUnit<Unit> {
  readonly file: string;
  readonly apiVersion: number;
  readonly unit: Unit;
}

export interface ProgramSources {
  readonly classes: readonly SourceUnit<ClassUnit>[];
  readonly triggers: readonly SourceUnit<TriggerUnit>[];
  readonly schema: Schema;
  readonly catalog: PlatformCatalog;
  /** Without it every member of the catalog counts as runnable. */
  readonly hasBehaviour?: HasBehaviour;
}

export interface Bound<Unit> {
  readonly unit: Unit;
  /** No errors: all that `diagnostics` may have is gaps, which fail when they are reached. */
  readonly isRunnable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Program {
  /** Top-level classes, in the order given. */
  readonly classes: readonly ClassSymbol[];
  readonly triggers: readonly SourceUnit<TriggerUnit>[];
  /** By qualified name (`Foo`, `Outer.Inner`), ignoring case. */
  findClass(qualifiedName: string): ClassSymbol | undefined;
  /** A top-level class by name, ignoring case; undefined when there is none. Bound once. */
  bindUnit(name: string): Bound<BoundClassUnit> | undefined;
  /** Another text of one of its top-level classes; undefined where others could see the difference, or there is no such class. */
  bindInstead(unit: ClassUnit): Bound<BoundClassUnit> | undefined;
  /** A trigger by name, ignoring case. Bound once. */
  bindTrigger(name: string): Bound<BoundTrigger> | undefined;
  /** An anonymous block against this program; `file` names it in diagnostics. */
  bindAnonymous(unit: AnonymousUnit, file: string): Bound<BoundAnonymous>;
}

export function bindProgram(sources: ProgramSources): Program {
  return new BoundProgram(sources);
}

class BoundProgram implements Program {
  readonly classes: readonly ClassSymbol[];
  readonly triggers: readonly SourceUnit<TriggerUnit>[];
  readonly #compilation: Compilation;
  /** By top-level class: what its headers have to say. */
  readonly #reports: ReadonlyMap<ClassSymbol, Report>;
  readonly #units = new Map<ClassSymbol, Bound<BoundClassUnit>>();
  readonly #boundTriggers = new Map<string, Bound<BoundTrigger>>();

  constructor(sources: ProgramSources) {
    this.triggers = sources.triggers;
    const topLevel = new Map<string, ClassSymbol>();
    const namespaces = new Set<string>();
    const declarations = new Map<ClassSymbol, TypeDeclaration>();
    const reports = new Map<ClassSymbol, Report>();
    this.#compilation = {
      schema: sources.schema,
      catalog: sources.catalog,
      hierarchy: new TypeHierarchy(sources.catalog),
      hasBehaviour: sources.hasBehaviour ?? (() => true),
      topLevel,
      namespaces,
      declarations,
    };
    for (const { file, apiVersion, unit } of sources.classes) {
      const report = new Report(file);
      for (const declared of declareType(unit.declaration, null, apiVersion, report)) {
        const { symbol } = declared;
        declarations.set(symbol, declared.declaration);
        reports.set(symbol, report);
        if (symbol.outer !== null) continue;
        const key = symbol.name.toLowerCase();
        if (topLevel.has(key)) report.error(symbol.at, `Type name already in use: ${symbol.name}`);
        else topLevel.set(key, symbol);
        const namespace = namespaceOf(symbol.name);
        if (namespace !== null) namespaces.add(namespace);
      }
    }
    this.classes = [...topLevel.values()];
    this.#reports = reports;
    settleHeaders([...declarations.keys()], this.#compilation, reports);
  }

  findClass(qualifiedName: string): ClassSymbol | undefined {
    const [outer = "", inner, ...deeper] = qualifiedName.toLowerCase().split(".");
    const symbol = this.#compilation.topLevel.get(outer);
    if (inner === undefined || symbol === undefined) return symbol;
    return deeper.length > 0
      ? undefined
      : symbol.inner.find(({ name }) => name.toLowerCase() === inner);
  }

  bindUnit(name: string): Bound<BoundClassUnit> | undefined {
    const symbol = this.#compilation.topLevel.get(name.toLowerCase());
    if (symbol === undefined) return undefined;
    const known = this.#units.get(symbol);
    if (known !== undefined) return known;
    const report = this.#reports.get(symbol) ?? new Report(symbol.file);
    const bound = bindClassUnit(symbol, this.#compilation, report);
    this.#units.set(symbol, bound);
    return bound;
  }

  bindInstead({ declaration }: ClassUnit): Bound<BoundClassUnit> | undefined {
    const symbol = this.#compilation.topLevel.get(declaration.name.toLowerCase());
    const own = symbol && this.#compilation.declarations.get(symbol);
    if (symbol === undefined || own === undefined) return undefined;
    // Its headers are known to be right as far as those of its first text are.
    if (this.#reports.get(symbol)?.isRunnable !== true) return undefined;
    const instead = withOtherBodies(own, declaration);
    if (instead === null) return undefined;
    const declarations = new Map([...this.#compilation.declarations, ...placed(symbol, instead)]);
    return bindClassUnit(symbol, { ...this.#compilation, declarations }, new Report(symbol.file));
  }

  bindTrigger(name: string): Bound<BoundTrigger> | undefined {
    const key = name.toLowerCase();
    const source = this.triggers.find(({ unit }) => unit.name.toLowerCase() === key);
    if (source === undefined) return undefined;
    const bound = this.#boundTriggers.get(key) ?? bindTriggerUnit(source, this.#compilation);
    this.#boundTriggers.set(key, bound);
    return bound;
  }

  bindAnonymous(unit: AnonymousUnit, file: string): Bound<BoundAnonymous> {
    return bindAnonymousUnit(unit, file, this.#compilation);
  }
}

function bindClassUnit(
  symbol: ClassSymbol,
  compilation: Compilation,
  report: Report,
): Bound<BoundClassUnit> {
  const dependencies = new Set<string>();
  const symbols = [symbol, ...symbol.inner];
  for (const each of symbols) {
    checkExceptionName(each, report);
    checkContracts(each, compilation, report);
  }
  const classes = symbols.map((each) => bindClass(each, { compilation, report, dependencies }));
  dependencies.delete(symbol.qualifiedName);
  return {
    unit: { kind: "class", file: symbol.file, classes, dependencies: [...dependencies] },
    isRunnable: report.isRunnable,
    diagnostics: report.diagnostics,
  };
}

/** The declaration and its inner types, under the symbols that are there. */
function placed(
  symbol: ClassSymbol,
  declaration: TypeDeclaration,
): readonly (readonly [ClassSymbol, TypeDeclaration])[] {
  const members: readonly Member[] = declaration.kind === "class" ? declaration.members : [];
  return [
    [symbol, declaration],
    ...symbol.inner.flatMap((inner) => {
      const found = members.find((member) => isTypeAt(member, inner));
      return found === undefined ? [] : placed(inner, found);
    }),
  ];
}

function isTypeAt(member: Member, { name, kind }: ClassSymbol): member is TypeDeclaration {
  return member.kind === kind && member.name === name;
}

/** Ancestors of all, then members of all, superclasses before those who extend them. */
export function settleHeaders(
  symbols: readonly ClassSymbol[],
  compilation: Compilation,
  reports: ReadonlyMap<ClassSymbol, Report>,
  isLoose: (symbol: ClassSymbol) => boolean = () => false,
): void {
  const reportOf = (symbol: ClassSymbol): Report => reports.get(symbol) ?? new Report(symbol.file);
  for (const symbol of symbols) {
    const declaration = compilation.declarations.get(symbol);
    if (declaration === undefined || declaration.kind === "enum") continue;
    resolveAncestors(symbol, declaration, compilation, reportOf(symbol));
  }
  breakCircles(symbols, reportOf);
  markExceptions(symbols, compilation, reportOf);
  const settled = new Set<ClassSymbol>();
  const settle = (symbol: ClassSymbol): void => {
    if (settled.has(symbol)) return;
    settled.add(symbol);
    if (symbol.superclass?.kind === "class" && reports.has(symbol.superclass.symbol)) {
      settle(symbol.superclass.symbol);
    }
    const declaration = compilation.declarations.get(symbol);
    if (declaration === undefined || declaration.kind === "enum") return;
    resolveMembers(symbol, declaration, compilation, reportOf(symbol), isLoose(symbol));
  };
  symbols.forEach(settle);
  assignPlatformKeys(symbols, compilation);
}
