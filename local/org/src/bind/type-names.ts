/** What a written type means, from where it is written. */
import type { PlatformType } from "../signatures/catalog-types.ts";
import type { TypeName } from "../syntax/ast.ts";
import { namespaceOf, nameInNamespace } from "../types/namespace.ts";
import { displayType } from "../types/display.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import {
  AGGREGATE_RESULT,
  listOf,
  mapOf,
  OBJECT,
  platformType,
  primitiveNamed,
  setOf,
  SOBJECT,
  sobjectType,
} from "../types/well-known.ts";
import type { Compilation } from "./compilation.ts";
import { isVisible } from "./members.ts";
import { fail, failAsGap } from "./report.ts";

/**
 * @param from the class in which the name is written, null outside of any
 * @throws to the report: "Invalid type: Foo"
 */
export function resolveTypeName(
  typeName: TypeName,
  from: ClassSymbol | null,
  compilation: Compilation,
): Type {
  const last = typeName.parts.at(-1);
  const written = typeName.parts.map(({ name }) => name);
  const typeArguments = (last?.arguments ?? []).map((argument) =>
    resolveTypeName(argument, from, compilation),
  );
  const base =
    genericType(typeName, written, typeArguments, compilation) ??
    declaredType(written, from, compilation);
  if (base === null) noSuchType(typeName, written);
  if (base.kind === "class" && from !== null && !isTypeVisible(base.symbol, from)) {
    fail(typeName.at, `Type is not visible: ${base.symbol.qualifiedName}`);
  }
  if (typeArguments.length > 0 && (base.kind === "class" || base.kind === "sobject")) {
    fail(typeName.at, `Type arguments provided for a non-parameterized type: ${displayType(base)}`);
  }
  let type = base;
  for (let depth = 0; depth < typeName.arrayDepth; depth++) type = listOf(type);
  return type;
}

/**
 * Names of objects that classes of System have too: what is declared with them is the record. Sources: Apex Reference, "Domain Class",
 * whose examples qualify the type; trailheadapps/automation-components.
 */
const RECORDS_BEFORE_SYSTEM = new Set(["businesshours", "domain", "network", "site"]);

function declaredType(
  written: readonly string[],
  from: ClassSymbol | null,
  compilation: Compilation,
): Type | null {
  const type = typeNamed(written, from, compilation);
  const [name = ""] = written;
  const isRecord =
    written.length === 1 &&
    type?.kind === "platform" &&
    RECORDS_BEFORE_SYSTEM.has(name.toLowerCase());
  if (type === null && flowNamed(written, compilation) !== null) return FLOW_INTERVIEW;
  if (type === null && scriptNamed(written, compilation) !== null) return DATAWEAVE_SCRIPT;
  return isRecord ? (recordType(name, compilation) ?? type) : type;
}

export const DATAWEAVE_SCRIPT = platformType("DataWeave.Script");

/** The script of the project that `DataWeaveScriptResource.name` is of, in its own spelling. */
export function scriptNamed(written: readonly string[], compilation: Compilation): string | null {
  const [first = "", name = ""] = written;
  if (written.length !== 2 || first.toLowerCase() !== "dataweavescriptresource") return null;
  const { dataWeaveScripts } = compilation.schema;
  return (
    [...dataWeaveScripts.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? null
  );
}

export const FLOW_INTERVIEW = platformType("Flow.Interview");

/** The flow of the project that `Flow.Interview.Name` is of, in its own spelling. */
export function flowNamed(written: readonly string[], compilation: Compilation): string | null {
  return isFlowType(written)
    ? (compilation.schema.flows.get(written[2] ?? "")?.name ?? null)
    : null;
}

/** `Flow.Interview.Name`, whether there is such a flow or not. */
export function isFlowType(written: readonly string[]): boolean {
  const [first, second] = written.map((name) => name.toLowerCase());
  return written.length === 3 && first === "flow" && second === "interview";
}

function isTypeVisible(symbol: ClassSymbol, from: ClassSymbol): boolean {
  return symbol.outer === null
    ? isVisible({ ...symbol, owner: symbol }, from, ofPackage(symbol))
    : isVisible({ ...symbol, owner: symbol.outer }, from);
}

/** A class of the project is seen by all of it, whatever it says of itself. */
function ofPackage({ name, visibility }: ClassSymbol): ClassSymbol["visibility"] {
  return namespaceOf(name) === null || visibility === "global" ? "global" : "public";
}

/** Types that Salesforce makes of metadata this org does not read. */
const TYPES_OF_METADATA = ["dataweavescriptresource.", "flow.interview.", "component."];

function noSuchType({ at }: TypeName, written: readonly string[]): never {
  const name = written.join(".");
  const isOfMetadata = TYPES_OF_METADATA.some((prefix) => name.toLowerCase().startsWith(prefix));
  return isOfMetadata ? failAsGap(at, name) : fail(at, `Invalid type: ${name}`);
}

function genericType(
  typeName: TypeName,
  written: readonly string[],
  typeArguments: readonly Type[],
  compilation: Compilation,
): Type | null {
  const [first = OBJECT, second = OBJECT] = typeArguments;
  switch (withoutSystem(written)) {
    case "list":
      return listOf(countedArgument(typeName, typeArguments, 1, first));
    case "set":
      return setOf(countedArgument(typeName, typeArguments, 1, first));
    case "map":
      return mapOf(countedArgument(typeName, typeArguments, 2, first), second);
  }
  if (typeArguments.length === 0) return null;
  const platform = compilation.catalog.find(written.join("."));
  if (platform === undefined) return null;
  if (platform.typeParameters.length === 0) {
    fail(typeName.at, `Type arguments provided for a non-parameterized type: ${written.join(".")}`);
  }
  if (platform.typeParameters.length !== typeArguments.length) {
    countedArgument(typeName, typeArguments, platform.typeParameters.length, first);
  }
  return platformType(platform.name, ...typeArguments);
}

/** Lower-cased; empty when another namespace is written. */
function withoutSystem(written: readonly string[]): string {
  const [first = "", second] = written.map((name) => name.toLowerCase());
  if (second === undefined) return first;
  return first === "system" && written.length === 2 ? second : "";
}

function countedArgument(
  typeName: TypeName,
  typeArguments: readonly Type[],
  expected: number,
  first: Type,
): Type {
  const written = typeName.parts.map(({ name }) => name).join(".");
  if (typeArguments.length === 0) {
    fail(typeName.at, `No type arguments provided for a parameterized type: ${written}`);
  }
  if (typeArguments.length !== expected) {
    fail(
      typeName.at,
      `Invalid type argument count for ${written}: expected ${expected} but found ${typeArguments.length}`,
    );
  }
  return first;
}

/**
 * A dotted name without type arguments, null when it names no type. Project classes shadow platform types, inner classes shadow
 * top-level ones.
 */
export function typeNamed(
  path: readonly string[],
  from: ClassSymbol | null,
  compilation: Compilation,
): Type | null {
  const symbol = classNamed(path, from, compilation);
  if (symbol !== null) return { kind: "class", symbol };
  const [first, second] = path;
  if (first === undefined) return null;
  if (second === undefined) return unqualifiedType(first, compilation);
  if (path.length === 2 && first.toLowerCase() === "system") {
    const unqualified = unqualifiedType(second, compilation);
    if (unqualified !== null && unqualified.kind !== "sobject") return unqualified;
  }
  const platform =
    compilation.catalog.find(path.join(".")) ??
    (path.length === 2 ? pageType(first, second, compilation) : undefined);
  if (platform !== undefined) return unqualifiedType(platform.name, compilation);
  return path.length === 2 && first.toLowerCase() === "schema"
    ? recordType(second, compilation)
    : null;
}

/** What ApexPages has not is looked for in System: Salesforce's compiler takes `ApexPages.PageReference`, and `ApexPages.Url` as well. */
function pageType(
  namespace: string,
  name: string,
  { catalog }: Compilation,
): PlatformType | undefined {
  const found =
    namespace.toLowerCase() === "apexpages" ? catalog.find(`System.${name}`) : undefined;
  // Primitives and collections have no namespace.
  return found?.name.includes(".") === true ? found : undefined;
}

function unqualifiedType(name: string, compilation: Compilation): Type | null {
  if (name.toLowerCase() === "object") return OBJECT;
  if (name.toLowerCase() === "sobject") return SOBJECT;
  if (name.toLowerCase() === "aggregateresult") return AGGREGATE_RESULT;
  const primitive = primitiveNamed(name);
  if (primitive !== undefined) return primitive;
  const platform = compilation.catalog.find(name);
  if (platform !== undefined) {
    return platformType(platform.name, ...platform.typeParameters.map(() => OBJECT));
  }
  return recordType(name, compilation);
}

function recordType(name: string, compilation: Compilation): Type | null {
  const object = compilation.schema.object(name);
  return object === undefined ? null : sobjectType(object.name);
}

function classNamed(
  path: readonly string[],
  from: ClassSymbol | null,
  compilation: Compilation,
): ClassSymbol | null {
  const [first, second, ...rest] = path;
  if (first === undefined || path.length > 3) return null;
  if (second !== undefined) {
    const ofPackage = compilation.topLevel.get(nameInNamespace(first, second).toLowerCase());
    if (ofPackage !== undefined) return innerOf(ofPackage, rest);
  }
  const outer =
    path.length > 2
      ? null
      : (visibleInnerClass(first, from) ?? compilation.topLevel.get(first.toLowerCase()) ?? null);
  return (
    innerOf(outer, second === undefined ? [] : [second]) ??
    (second === undefined ? null : ofOwnNamespace(first, second, rest, compilation))
  );
}

/** A class of the project may be called by the project's namespace. Source: Apex Developer Guide, "Namespace, Class, and Variable Name Precedence". */
function ofOwnNamespace(
  namespace: string,
  name: string,
  rest: readonly string[],
  { schema, topLevel }: Compilation,
): ClassSymbol | null {
  return schema.namespaces.has(namespace.toLowerCase())
    ? innerOf(topLevel.get(name.toLowerCase()) ?? null, rest)
    : null;
}

function innerOf(outer: ClassSymbol | null, path: readonly string[]): ClassSymbol | null {
  const [name] = path;
  return name === undefined || outer === null ? outer : innerClass(outer, name);
}

/** An inner class of the class, of its ancestors, or of the classes around it; also the class itself. */
function visibleInnerClass(name: string, from: ClassSymbol | null): ClassSymbol | null {
  for (let around = from; around !== null; around = around.outer) {
    const inner = innerClass(around, name);
    if (inner !== null) return inner;
  }
  return null;
}

export function innerClass(outer: ClassSymbol, name: string): ClassSymbol | null {
  const key = name.toLowerCase();
  const seen = new Set<ClassSymbol>();
  for (let current: ClassSymbol | null = outer; current !== null && !seen.has(current);) {
    seen.add(current);
    const found = current.inner.find((inner) => inner.name.toLowerCase() === key);
    if (found !== undefined) return found;
    current = current.superclass?.kind === "class" ? current.superclass.symbol : null;
  }
  return null;
}
