/** First phase: every class gets its symbol, so that headers may name each other in any order. */
import type { TypeDeclaration } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Report } from "../report.ts";
import { checkAnnotations } from "./annotations.ts";
import { checkModifierWords } from "./modifier-words.ts";
import { annotationsOf, isTest, visibilityOf } from "./modifiers.ts";
import { refuseReservedName } from "./reserved-names.ts";

export interface Declared {
  readonly symbol: ClassSymbol;
  readonly declaration: TypeDeclaration;
}

/** The type and its inner types, outermost first. */
export function declareType(
  declaration: TypeDeclaration,
  outer: ClassSymbol | null,
  apiVersion: number,
  report: Report,
): readonly Declared[] {
  const { modifiers } = declaration;
  const symbol: ClassSymbol = {
    kind: declaration.kind,
    name: declaration.name,
    qualifiedName: outer === null ? declaration.name : `${outer.qualifiedName}.${declaration.name}`,
    file: report.file,
    at: declaration.at,
    end: declaration.end,
    outer,
    visibility: visibilityOf(modifiers, "private"),
    sharing: sharingOf(declaration),
    isAbstract: declaration.kind === "interface" || modifiers.words.includes("abstract"),
    isVirtual: modifiers.words.includes("virtual"),
    isTest: isTest(modifiers),
    annotations: annotationsOf(modifiers),
    apiVersion,
    superclass: null,
    interfaces: [],
    fields: [],
    methods: [],
    constructors: [],
    inner: [],
    enumConstants: declaration.kind === "enum" ? declaration.constants.map(({ name }) => name) : [],
    isException: false,
  };
  const innerDeclarations = declaration.kind === "class" ? declaration.members.filter(isType) : [];
  const inner = innerDeclarations.flatMap((member) =>
    declareType(member, symbol, apiVersion, report),
  );
  symbol.inner = inner
    .map((declared) => declared.symbol)
    .filter(({ outer: around }) => around === symbol);
  refuseReservedName(declaration.name, declaration.at, report);
  if (declaration.kind === "enum") {
    for (const { name, at } of declaration.constants) refuseReservedName(name, at, report);
  }
  reportDuplicates(symbol, report);
  checkModifierWords(declaration, symbol, report);
  checkAnnotations(declaration, apiVersion, report);
  if (outer === null && !symbol.isTest && !isSeenOutside(symbol)) {
    report.error(declaration.at, "Top-level type must have public or global visibility");
  }
  if (outer !== null && symbol.inner.length > 0) {
    report.error(declaration.at, "Inner types are not allowed to have inner types");
  }
  return [{ symbol, declaration }, ...inner];
}

function isSeenOutside({ visibility }: ClassSymbol): boolean {
  return visibility === "public" || visibility === "global";
}

function isType(member: { readonly kind: string }): member is TypeDeclaration {
  return member.kind === "class" || member.kind === "interface" || member.kind === "enum";
}

function sharingOf(declaration: TypeDeclaration): ClassSymbol["sharing"] {
  const { words } = declaration.modifiers;
  if (words.includes("with sharing")) return "with";
  if (words.includes("without sharing")) return "without";
  return words.includes("inherited sharing") ? "inherited" : null;
}

function reportDuplicates(symbol: ClassSymbol, report: Report): void {
  const seen = new Set<string>([symbol.name.toLowerCase()]);
  for (const inner of symbol.inner) {
    const key = inner.name.toLowerCase();
    if (seen.has(key)) report.error(inner.at, `Type name already in use: ${inner.name}`);
    seen.add(key);
  }
  const constants = new Set<string>();
  for (const constant of symbol.enumConstants) {
    const key = constant.toLowerCase();
    if (constants.has(key)) report.error(symbol.at, `Duplicate field: ${constant}`);
    constants.add(key);
  }
}
