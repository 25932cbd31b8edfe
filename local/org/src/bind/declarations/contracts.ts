/** What a class owes its superclass and its interfaces. */
import { displayParameters, displayType } from "../../types/display.ts";
import { assignability } from "../../types/assignability.ts";
import { sameType, sameTypes } from "../../types/same-type.ts";
import type { ClassSymbol, MethodSymbol, Visibility } from "../../types/symbols.ts";
import type { TypeHierarchy } from "../../types/type-hierarchy.ts";
import type { Type } from "../../types/type.ts";
import {
  declaredMethods,
  displayMethod,
  isOfEveryObject,
  projectCandidate,
  type MethodCandidate,
} from "../candidates.ts";
import { outermost, type Compilation } from "../compilation.ts";
import type { Report } from "../report.ts";
import { checkFutureMethod } from "./future-methods.ts";
import { implementationOf, implementationOfInterface } from "./platform-keys.ts";

export function checkContracts(
  symbol: ClassSymbol,
  compilation: Compilation,
  report: Report,
): void {
  for (const method of symbol.methods) {
    checkOverride(method, compilation, report);
    checkFutureMethod(method, report);
  }
  if (symbol.kind !== "class" || symbol.isAbstract) return;
  for (const ancestor of compilation.hierarchy.supertypesOf({ kind: "class", symbol })) {
    const isInterface = compilation.hierarchy.isInterface(ancestor);
    for (const declared of declaredMethods(ancestor, compilation)) {
      const isOwed = declared.kind === "project" ? declared.method.isAbstract : isInterface;
      if (!isOwed || declared.isStatic) continue;
      checkImplemented(symbol, ancestor, declared, isInterface, compilation, report);
    }
  }
}

function checkImplemented(
  symbol: ClassSymbol,
  ancestor: Type,
  declared: MethodCandidate,
  isInterface: boolean,
  compilation: Compilation,
  report: Report,
): void {
  const implementation = findImplementation(symbol, declared, compilation);
  const text = `${displayType(declared.returns)} ${displayType(ancestor)}.${declared.name}${displayParameters(declared.parameters)}`;
  if (implementation === null) {
    if (isOfEveryObject(declared)) return;
    const what = isInterface ? "method" : "abstract method";
    report.error(symbol.at, `Class ${symbol.qualifiedName} must implement the ${what}: ${text}`);
    return;
  }
  if (!answers(implementation, declared, compilation)) {
    report.error(symbol.at, `Class ${symbol.qualifiedName} must implement the method: ${text}`);
    return;
  }
  // Salesforce's compiler lets a batch job's start be seen by nobody.
  if (isInterface && rank(implementation.visibility) < rank("public") && !isBatchStart(declared)) {
    report.error(
      implementation.at,
      `${symbol.qualifiedName}: Overriding implementations of global or public interface methods must be global or public: ${text}`,
    );
  }
}

/** What is found by its name alone must still take and return what is owed. */
function answers(
  implementation: MethodSymbol,
  declared: MethodCandidate,
  { hierarchy }: Compilation,
): boolean {
  const { returns } = implementation;
  const returnsIt =
    isBatchStart(declared) ||
    sameType(returns, declared.returns) ||
    isTextForId(implementation, declared) ||
    isReturnedAsItIs(returns, declared.returns, hierarchy);
  const takesIt = implementation.parameters.every(({ type }, index) => {
    const given = declared.parameters[index];
    if (given?.kind === "list" && type.kind === "list")
      return assignability(given, type, hierarchy, "argument").isAssignable;
    return (
      given === undefined ||
      type.kind !== "primitive" ||
      given.kind !== "primitive" ||
      sameType(type, given)
    );
  });
  return returnsIt && takesIt;
}

/** Salesforce lets an interface's method be implemented with a narrower type, `Boolean call(Object)` for `Object call(Object)`. */
function isReturnedAsItIs(returns: Type, wanted: Type, hierarchy: TypeHierarchy): boolean {
  if (returns.kind === "void" || wanted.kind === "void") return false;
  const passing = assignability(returns, wanted, hierarchy, "assignment");
  if (returns.kind !== "primitive") return passing.isAssignable;
  return passing.isAssignable && passing.conversion === null;
}

/** A platform interface that gives an Id may be implemented with a String (BatchableContext in apex-rollup, which deploys). */
function isTextForId({ returns }: MethodSymbol, declared: MethodCandidate): boolean {
  return (
    declared.kind === "platform" &&
    declared.returns.kind === "primitive" &&
    declared.returns.name === "Id" &&
    returns.kind === "primitive" &&
    returns.name === "String"
  );
}

/** A batch starts with a QueryLocator or with an Iterable, which one declaration cannot say. */
function isBatchStart(declared: MethodCandidate): boolean {
  return (
    declared.kind === "platform" &&
    declared.name === "start" &&
    declared.returns.kind === "platform" &&
    declared.returns.name === "Database.QueryLocator"
  );
}

/** "Exception class must extend another Exception class". */
export function checkExceptionName(symbol: ClassSymbol, report: Report): void {
  if (symbol.kind !== "class" || symbol.isException) return;
  if (!symbol.name.toLowerCase().endsWith("exception")) return;
  report.error(
    symbol.at,
    `Exception class must extend another Exception class: ${symbol.qualifiedName}`,
  );
}

function findImplementation(
  symbol: ClassSymbol,
  declared: MethodCandidate,
  compilation: Compilation,
): MethodSymbol | null {
  if (declared.kind === "platform") return implementationOf(symbol, declared, compilation);
  if (declared.method.owner.kind === "interface")
    return implementationOfInterface(symbol, declared.method, compilation);
  for (const type of compilation.hierarchy.classesOf({ kind: "class", symbol })) {
    if (type.kind !== "class") continue;
    const found = type.symbol.methods.find(
      (method) => !method.isAbstract && method.key === declared.method.key,
    );
    if (found !== undefined) return found;
  }
  return null;
}

function checkOverride(method: MethodSymbol, compilation: Compilation, report: Report): void {
  if (method.isStatic || method.owner.kind !== "class") return;
  const text = displayMethod(projectCandidate(method));
  const stands = staticInItsPlace(method, compilation);
  if (stands !== undefined) {
    const other = displayMethod(projectCandidate(stands));
    report.error(method.at, `Cannot override static method: ${other} with ${text}`);
  }
  const overridden = overriddenMethod(method, compilation);
  if (overridden === null) {
    const isText = method.key === "tostring()";
    if (isText && !method.isOverride)
      report.error(method.at, `Method must use the override keyword: ${text}`);
    const isObjects = isText || method.key === "hashcode()";
    if (method.isOverride && !isObjects && !implementsInterface(method, compilation)) {
      report.error(method.at, `@Override specified for non-overriding method: ${text}`);
    }
    return;
  }
  if (overridden.kind === "platform") return;
  const ancestor = overridden.method;
  if (!ancestor.isOverridable) {
    report.error(method.at, `Non-virtual, non-abstract methods cannot be overridden: ${text}`);
    return;
  }
  if (!method.isOverride) report.error(method.at, `Method must use the override keyword: ${text}`);
  if (!sameType(ancestor.returns, method.returns)) {
    report.error(
      method.at,
      `Method return types clash: ${text} vs ${displayMethod(overridden)} from the type ${method.owner.qualifiedName}`,
    );
  }
  if (rank(method.visibility) < rank(ancestor.visibility)) {
    report.error(method.at, `Cannot reduce the visibility of method: ${text}`);
  }
}

/** A static method of the class, or of one it extends, that takes all that the method takes, and more. */
function staticInItsPlace(
  { name, owner, parameters }: MethodSymbol,
  { hierarchy }: Compilation,
): MethodSymbol | undefined {
  const takesMore = (other: MethodSymbol): boolean =>
    other.name.toLowerCase() === name.toLowerCase() &&
    other.parameters.length === parameters.length &&
    other.parameters.every(({ type }, index) => {
      const given = parameters[index]?.type;
      return given !== undefined && assignability(given, type, hierarchy, "argument").isAssignable;
    });
  return hierarchy
    .classesOf({ kind: "class", symbol: owner })
    .flatMap((type) => (type.kind === "class" ? type.symbol.methods : []))
    .find(
      (other) =>
        other.isStatic &&
        parameters.length > 0 &&
        (other.owner === owner || other.visibility !== "private") &&
        takesMore(other),
    );
}

/** Private methods of another file are not overridden, they are not seen; but a test sees those that are TestVisible. */
function overriddenMethod(method: MethodSymbol, compilation: Compilation): MethodCandidate | null {
  const { superclass } = method.owner;
  if (superclass === null) return null;
  const parameters = method.parameters.map(({ type }) => type);
  for (const ancestor of compilation.hierarchy.classesOf(superclass)) {
    for (const candidate of declaredMethods(ancestor, compilation)) {
      if (candidate.isStatic || candidate.name.toLowerCase() !== method.name.toLowerCase())
        continue;
      if (!sameTypes(candidate.parameters, parameters)) continue;
      if (candidate.kind === "project" && !isSeenFrom(candidate.method, method)) continue;
      return candidate;
    }
  }
  return null;
}

function isSeenFrom(ancestor: MethodSymbol, method: MethodSymbol): boolean {
  return (
    ancestor.visibility !== "private" ||
    (ancestor.isVirtual &&
      (outermost(ancestor.owner) === outermost(method.owner) || isVisibleToTest(ancestor, method)))
  );
}

function isVisibleToTest(ancestor: MethodSymbol, method: MethodSymbol): boolean {
  return (
    outermost(method.owner).isTest &&
    ancestor.annotations.some(({ name }) => name === "testvisible")
  );
}

function implementsInterface(method: MethodSymbol, compilation: Compilation): boolean {
  return compilation.hierarchy
    .supertypesOf({ kind: "class", symbol: method.owner })
    .filter((type) => compilation.hierarchy.isInterface(type))
    .some((type) =>
      declaredMethods(type, compilation).some(
        ({ name, parameters }) =>
          name.toLowerCase() === method.name.toLowerCase() &&
          parameters.length === method.parameters.length,
      ),
    );
}

/** Public and global differ for other packages only. */
function rank(visibility: Visibility): number {
  switch (visibility) {
    case "private":
      return 0;
    case "protected":
      return 1;
    case "public":
    case "global":
      return 2;
  }
}
