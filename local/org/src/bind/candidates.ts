/** The methods a name may mean on a type, nearest declaration first. */
import type { MethodSignature } from "../signatures/catalog-types.ts";
import { displayParameters } from "../types/display.ts";
import { numericOf, widens } from "../types/numeric.ts";
import { sameType, sameTypes } from "../types/same-type.ts";
import type { MethodSymbol } from "../types/symbols.ts";
import { typeOfReference } from "../types/type-reference.ts";
import { displayType } from "../types/display.ts";
import type { Type } from "../types/type.ts";
import {
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  INTEGER,
  LONG,
  OBJECT,
  STRING,
} from "../types/well-known.ts";
import type { Compilation } from "./compilation.ts";

interface CandidateBase {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly returns: Type;
  readonly isStatic: boolean;
}

export interface ProjectCandidate extends CandidateBase {
  readonly kind: "project";
  readonly method: MethodSymbol;
}

export interface PlatformCandidate extends CandidateBase {
  readonly kind: "platform";
  /** The catalog's name of the type that declares it, or `Object`, or `Enum`. */
  readonly owner: string;
  /** `name(Decimal,Integer)` in catalog spelling, with type parameters as they stand there. */
  readonly signature: string;
  readonly isAbstract: boolean;
}

export type MethodCandidate = ProjectCandidate | PlatformCandidate;

export function methodsNamed(
  name: string,
  type: Type,
  compilation: Compilation,
): readonly MethodCandidate[] {
  const key = name.toLowerCase();
  const found: MethodCandidate[] = [];
  const add = (candidate: MethodCandidate): void => {
    if (candidate.name.toLowerCase() !== key) return;
    if (found.some(({ parameters }) => sameTypes(parameters, candidate.parameters))) return;
    found.push(candidate);
  };
  for (const ancestor of compilation.hierarchy.supertypesOf(type)) {
    declaredMethods(ancestor, compilation)
      .filter((candidate) => !isOfEveryObject(candidate))
      .forEach(add);
  }
  for (const candidate of [...found]) widening(candidate, type).forEach(add);
  if (compilation.hierarchy.isEnum(type)) ENUM_METHODS.forEach(add);
  // Ids have every method of String (String class reference, "Id … is a String").
  if (type.kind === "primitive" && type.name === "Id") {
    declaredMethods(STRING, compilation)
      .filter((method) => !method.isStatic)
      .forEach(add);
  }
  if (type.kind === "class" && type.symbol.kind === "class") {
    add(objectMethod("clone", [], type));
  }
  OBJECT_METHODS.forEach(add);
  return found;
}

/**
 * Declared by an interface though every object has it: its text, its hash, whether it equals another. What is only called so and gives
 * something else is a method of its own, as a filter's `equals` that gives the next filter.
 */
export function isOfEveryObject(candidate: MethodCandidate): boolean {
  return (
    candidate.kind === "project" &&
    candidate.method.owner.kind === "interface" &&
    OBJECT_METHODS.some(
      ({ name, parameters, returns }) =>
        name.toLowerCase() === candidate.name.toLowerCase() &&
        sameTypes(parameters, candidate.parameters) &&
        sameType(returns, candidate.returns),
    )
  );
}

/**
 * `addAll` of a list and `putAll` of a map also take what holds a narrower type, whose elements widen on the way in: a List<Integer> for a
 * List<Long>. Source: Salesforce's compiler, which takes them of lists and maps and refuses them of sets.
 */
function widening(candidate: MethodCandidate, type: Type): readonly MethodCandidate[] {
  const { name, parameters } = candidate;
  const [taken] = parameters;
  if (candidate.kind !== "platform" || parameters.length !== 1) return [];
  if (type.kind === "list" && name === "addAll" && taken?.kind === "list")
    return narrowerThan(type.element).map((element) => ({
      ...candidate,
      parameters: [{ kind: "list", element }],
    }));
  if (type.kind === "map" && name === "putAll" && taken?.kind === "map")
    return narrowerThan(type.value).map((value) => ({
      ...candidate,
      parameters: [{ kind: "map", key: type.key, value }],
    }));
  return [];
}

function narrowerThan(type: Type): readonly Type[] {
  if (sameType(type, DATETIME)) return [DATE];
  const wide = numericOf(type);
  if (wide === null) return [];
  return [INTEGER, LONG, DOUBLE, DECIMAL].filter((other) => {
    const narrow = numericOf(other);
    return narrow !== null && narrow !== wide && widens(narrow, wide);
  });
}

export function declaredMethods(type: Type, compilation: Compilation): readonly MethodCandidate[] {
  if (type.kind === "class") return type.symbol.methods.map(projectCandidate);
  const platform = compilation.hierarchy.platformTypeOf(type);
  if (platform === null || platform.type.kind === "enum") return [];
  return platform.type.methods.map((method) => ({
    kind: "platform",
    name: method.name,
    owner: platform.type.name,
    signature: signatureKey(method),
    parameters: method.parameters.map((parameter) =>
      typeOfReference(parameter.type, platform.bindings),
    ),
    returns: ownTypeOfRecord(method.name, typeOfReference(method.returns, platform.bindings), type),
    isStatic: method.isStatic,
    isAbstract: method.isAbstract || platform.type.kind === "interface",
  }));
}

/** `account.clone()` is an Account, though the catalog knows one SObject for all. */
function ownTypeOfRecord(name: string, returns: Type, receiver: Type): Type {
  return receiver.kind === "sobject" && name.toLowerCase() === "clone" ? receiver : returns;
}

export function projectCandidate(method: MethodSymbol): ProjectCandidate {
  return {
    kind: "project",
    name: method.name,
    method,
    parameters: method.parameters.map(({ type }) => type),
    returns: method.returns,
    isStatic: method.isStatic,
  };
}

/** `setScale(Integer,System.RoundingMode)`: the key under which behaviours are registered. */
export function signatureKey(method: Pick<MethodSignature, "name" | "parameters">): string {
  return `${method.name}(${method.parameters.map(({ type }) => referenceText(type)).join(",")})`;
}

function referenceText(reference: MethodSignature["returns"]): string {
  return reference.args.length === 0
    ? reference.name
    : `${reference.name}<${reference.args.map(referenceText).join(",")}>`;
}

/** `void Foo.bar(Integer, String)`, as messages name a method. */
export function displayMethod(candidate: MethodCandidate): string {
  const owner =
    candidate.kind === "project" ? candidate.method.owner.qualifiedName : candidate.owner;
  return `${displayType(candidate.returns)} ${owner}.${candidate.name}${displayParameters(candidate.parameters)}`;
}

function objectMethod(name: string, parameters: readonly Type[], returns: Type): PlatformCandidate {
  return {
    kind: "platform",
    name,
    owner: "Object",
    signature: `${name}(${parameters.map(displayType).join(",")})`,
    parameters,
    returns,
    isStatic: false,
    isAbstract: false,
  };
}

const OBJECT_METHODS: readonly PlatformCandidate[] = [
  objectMethod("toString", [], STRING),
  objectMethod("equals", [OBJECT], BOOLEAN),
  objectMethod("hashCode", [], INTEGER),
];

/** Of every enum, the project's and the platform's; `values` and `valueOf` are static and bound by themselves. */
const ENUM_METHODS: readonly PlatformCandidate[] = [
  { ...objectMethod("name", [], STRING), owner: "Enum" },
  { ...objectMethod("ordinal", [], INTEGER), owner: "Enum" },
];
