/** Symbols of fields, properties, methods and constructors. */
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
} from "../../syntax/ast.ts";
import { displayTypes } from "../../types/display.ts";
import { sameTypes } from "../../types/same-type.ts";
import type {
  ClassSymbol,
  ConstructorSymbol,
  FieldSymbol,
  LocalSymbol,
  MethodSymbol,
  Visibility,
} from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import { VOID } from "../../types/well-known.ts";
import type { Compilation } from "../compilation.ts";
import type { Report } from "../report.ts";
import { resolveTypeName } from "../type-names.ts";
import { annotationsOf, isTest, visibilityOf } from "./modifiers.ts";
import { refuseReservedName } from "./reserved-names.ts";
import { displayType } from "../../types/display.ts";

/**
 * Superclasses first: a field's key depends on its ancestors' fields.
 * @param isLoose members of a trigger or an anonymous block, which are static though they do not say so
 */
export function resolveMembers(
  symbol: ClassSymbol,
  declaration: ClassDeclaration | InterfaceDeclaration,
  compilation: Compilation,
  report: Report,
  isLoose = false,
): void {
  const members: readonly Member[] =
    declaration.kind === "class" ? declaration.members : declaration.methods;
  const context: MemberContext = { symbol, compilation, report, isLoose };
  symbol.fields = keepDistinctFields(
    members.flatMap((member) =>
      member.kind === "field" || member.kind === "property"
        ? (report.attempt(() => fieldSymbol(member, context)) ?? [])
        : [],
    ),
    report,
  );
  symbol.methods = keepDistinctMethods(
    members.flatMap((member) =>
      member.kind === "method" ? (report.attempt(() => methodSymbol(member, context)) ?? []) : [],
    ),
    report,
  );
  symbol.constructors = members.flatMap((member) =>
    member.kind === "constructor"
      ? (report.attempt(() => constructorSymbol(member, context)) ?? [])
      : [],
  );
  checkDistinctConstructors(symbol, report);
  if (symbol.kind === "class" && symbol.constructors.length === 0 && !symbol.isException) {
    symbol.constructors = [implicitConstructor(symbol)];
  }
}

const PLURALS = { field: "fields", property: "properties", method: "methods" } as const;

/** Inner classes have no static members (Apex Developer Guide, "Apex Class Definition"). */
function checkStaticPlace(
  member: FieldDeclaration | PropertyDeclaration | MethodDeclaration,
  { symbol, report }: MemberContext,
): void {
  if (symbol.outer === null || !member.modifiers.words.includes("static")) return;
  report.error(member.at, `static can only be used on ${PLURALS[member.kind]} of a top level type`);
}

interface MemberContext {
  readonly symbol: ClassSymbol;
  readonly compilation: Compilation;
  readonly report: Report;
  readonly isLoose: boolean;
}

function fieldSymbol(
  member: FieldDeclaration | PropertyDeclaration,
  context: MemberContext,
): FieldSymbol {
  const { symbol, compilation, isLoose } = context;
  checkStaticPlace(member, context);
  refuseReservedName(member.name, member.at, context.report);
  const { words } = member.modifiers;
  const visibility = visibilityOf(member.modifiers, "private");
  return {
    kind: "field",
    owner: symbol,
    name: member.name,
    key: fieldKey(symbol, member.name),
    type: resolveTypeName(member.type, symbol, compilation),
    at: member.at,
    isStatic: words.includes("static") || isLoose,
    isFinal: words.includes("final"),
    isTransient: words.includes("transient"),
    isVirtual:
      words.includes("virtual") || words.includes("abstract") || words.includes("override"),
    visibility,
    annotations: annotationsOf(member.modifiers),
    property:
      member.kind === "field"
        ? null
        : {
            getter: accessorKind(member.getter),
            setter: accessorKind(member.setter),
            getterVisibility: accessorVisibility(member.getter, visibility),
            setterVisibility: accessorVisibility(member.setter, visibility),
          },
  };
}

function fieldKey(owner: ClassSymbol, name: string): string {
  const folded = name.toLowerCase();
  let key = `_${folded}`;
  let ancestor = owner.superclass;
  while (ancestor?.kind === "class") {
    const { symbol } = ancestor;
    if (symbol.fields.some((field) => field.name.toLowerCase() === folded)) key += "$";
    ancestor = symbol.superclass;
  }
  return key;
}

function accessorKind(accessor: Accessor | null): "automatic" | "custom" | null {
  if (accessor === null) return null;
  return accessor.body === null ? "automatic" : "custom";
}

function accessorVisibility(accessor: Accessor | null, otherwise: Visibility): Visibility {
  return accessor === null ? otherwise : visibilityOf(accessor.modifiers, otherwise);
}

function methodSymbol(member: MethodDeclaration, context: MemberContext): MethodSymbol {
  const { symbol, compilation, isLoose } = context;
  checkStaticPlace(member, context);
  const { words } = member.modifiers;
  const isInterface = symbol.kind === "interface";
  const parameters = member.parameters.map((parameter) => parameterSymbol(parameter, context));
  return {
    kind: "method",
    owner: symbol,
    name: member.name,
    key: methodKey(
      member.name,
      parameters.map(({ type }) => type),
    ),
    parameters,
    returns: member.returns === null ? VOID : resolveTypeName(member.returns, symbol, compilation),
    at: member.at,
    end: member.end,
    isStatic:
      words.includes("static") ||
      words.includes("testmethod") ||
      words.includes("webservice") ||
      isLoose,
    isAbstract: isInterface || words.includes("abstract"),
    isOverridable: isInterface || words.includes("virtual") || words.includes("abstract"),
    isVirtual:
      isInterface ||
      words.includes("virtual") ||
      words.includes("abstract") ||
      words.includes("override"),
    isOverride: words.includes("override"),
    visibility: isInterface ? "global" : visibilityOf(member.modifiers, "private"),
    annotations: annotationsOf(member.modifiers),
    isTest: isTest(member.modifiers),
    platformKeys: [],
  };
}

/** `dothing(Integer,List<Account>)` */
export function methodKey(name: string, parameters: readonly Type[]): string {
  return `${name.toLowerCase()}(${displayTypes(parameters)})`;
}

function parameterSymbol(
  parameter: Parameter,
  { symbol, compilation, report }: MemberContext,
): LocalSymbol {
  refuseReservedName(parameter.name, parameter.at, report);
  return {
    kind: "local",
    name: parameter.name,
    type: resolveTypeName(parameter.type, symbol, compilation),
    at: parameter.at,
  };
}

function constructorSymbol(
  member: ConstructorDeclaration,
  context: MemberContext,
): ConstructorSymbol {
  const { symbol } = context;
  const parameters = member.parameters.map((parameter) => parameterSymbol(parameter, context));
  return {
    kind: "constructor",
    owner: symbol,
    parameters,
    key: `constructor(${displayTypes(parameters.map(({ type }) => type))})`,
    at: member.at,
    visibility: visibilityOf(member.modifiers, "private"),
    annotations: annotationsOf(member.modifiers),
  };
}

function implicitConstructor(symbol: ClassSymbol): ConstructorSymbol {
  return {
    kind: "constructor",
    owner: symbol,
    parameters: [],
    key: "constructor()",
    at: symbol.at,
    visibility: "public",
    annotations: [],
  };
}

function checkDistinctConstructors({ constructors }: ClassSymbol, report: Report): void {
  const seen = new Set<string>();
  for (const { key, at, owner } of constructors) {
    if (seen.has(key))
      report.error(
        at,
        `Method already defined: <init> void ${owner.qualifiedName}.<init>() from the type ${owner.qualifiedName}`,
      );
    seen.add(key);
  }
}

function keepDistinctFields(
  fields: readonly FieldSymbol[],
  report: Report,
): readonly FieldSymbol[] {
  const seen = new Set<string>();
  return fields.filter((field) => {
    const key = field.name.toLowerCase();
    const isNew = !seen.has(key);
    if (!isNew) report.error(field.at, `Duplicate field: ${field.name}`);
    seen.add(key);
    return isNew;
  });
}

function keepDistinctMethods(
  methods: readonly MethodSymbol[],
  report: Report,
): readonly MethodSymbol[] {
  return methods.filter((method, index) => {
    const types = method.parameters.map(({ type }) => type);
    const isDuplicate = methods.slice(0, index).some(
      (earlier) =>
        earlier.name.toLowerCase() === method.name.toLowerCase() &&
        sameTypes(
          earlier.parameters.map(({ type }) => type),
          types,
        ),
    );
    if (isDuplicate) {
      report.error(
        method.at,
        `Method already defined: ${displayType(method.returns)} ${method.name}(${types.map(displayType).join(", ")}) from the type ${method.owner.qualifiedName}`,
      );
    }
    return !isDuplicate;
  });
}
