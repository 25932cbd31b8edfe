/**
 * Under which further names a project method is called: `System.Queueable.execute` when it implements a platform interface, `getMessage`
 * when it overrides a platform class's method, `equals`, `hashCode`, `toString`; and the key of an interface's method that it implements
 * with wider parameters.
 */
import { assignability } from "../../types/assignability.ts";
import { sameTypes } from "../../types/same-type.ts";
import type { ClassSymbol, MethodSymbol } from "../../types/symbols.ts";
import type { TypeHierarchy } from "../../types/type-hierarchy.ts";
import type { Type } from "../../types/type.ts";
import { declaredMethods, methodsNamed, type PlatformCandidate } from "../candidates.ts";
import type { Compilation } from "../compilation.ts";

export function assignPlatformKeys(
  symbols: readonly ClassSymbol[],
  compilation: Compilation,
): void {
  const keys = new Map<MethodSymbol, Set<string>>();
  for (const symbol of symbols) {
    if (symbol.kind !== "class") continue;
    for (const ancestor of compilation.hierarchy.supertypesOf({ kind: "class", symbol })) {
      for (const [method, key] of wantedByProject(symbol, ancestor, compilation))
        keys.set(method, (keys.get(method) ?? new Set()).add(key));
      if (ancestor.kind !== "platform") continue;
      const isInterface = compilation.hierarchy.isInterface(ancestor);
      for (const declared of declaredMethods(ancestor, compilation)) {
        if (declared.kind !== "platform" || declared.isStatic) continue;
        const method = implementationOf(symbol, declared, compilation);
        if (method === null) continue;
        const key = isInterface ? `${ancestor.name}.${declared.name}` : declared.name;
        keys.set(method, (keys.get(method) ?? new Set()).add(key));
      }
    }
    for (const method of symbol.methods) {
      const key = objectMethodKey(method);
      if (key !== null) keys.set(method, (keys.get(method) ?? new Set()).add(key));
    }
  }
  for (const [method, found] of keys) {
    Object.assign(method, { platformKeys: [...found] } satisfies Pick<
      MethodSymbol,
      "platformKeys"
    >);
  }
}

/** The methods that the class owes an ancestor of the project and has under another name. */
function wantedByProject(
  symbol: ClassSymbol,
  ancestor: Type,
  compilation: Compilation,
): readonly (readonly [method: MethodSymbol, key: string])[] {
  if (ancestor.kind !== "class") return [];
  return ancestor.symbol.methods.flatMap((declared) => {
    if (!declared.isAbstract || declared.isStatic) return [];
    const method = implementationOfInterface(symbol, declared, compilation);
    if (method === null) return [];
    // A private method is hidden from other classes, but not from the abstract one it implements.
    const isHidden = method.visibility === "private" && !method.isOverride && !method.isVirtual;
    const isWider = method.key !== declared.key;
    if (isWider && ancestor.symbol.kind !== "interface") return [];
    // Salesforce lets a static method implement an interface's.
    return isHidden || isWider || method.isStatic ? [[method, declared.key] as const] : [];
  });
}

/**
 * The method, the class's own or an inherited one, that answers to an interface's: one with the same parameters, else one whose
 * parameters take all that the interface's do. (Salesforce accepts the latter: `getAll(Object)` for `getAll(SObject)`.)
 */
export function implementationOfInterface(
  symbol: ClassSymbol,
  declared: MethodSymbol,
  compilation: Compilation,
): MethodSymbol | null {
  const { hierarchy } = compilation;
  const candidates = hierarchy
    .classesOf({ kind: "class", symbol })
    .flatMap((type) => (type.kind === "class" ? type.symbol.methods : []))
    .filter((method) => !method.isAbstract);
  const takesAll = (method: MethodSymbol): boolean =>
    method.name.toLowerCase() === declared.name.toLowerCase() &&
    method.parameters.length === declared.parameters.length &&
    method.parameters.every(({ type }, index) =>
      takesAsItIs(type, declared.parameters[index]?.type, hierarchy),
    );
  return candidates.find(({ key }) => key === declared.key) ?? candidates.find(takesAll) ?? null;
}

/** The project's method, the class's own or an inherited one, that answers to a platform declaration. */
export function implementationOf(
  symbol: ClassSymbol,
  declared: PlatformCandidate,
  compilation: Compilation,
): MethodSymbol | null {
  const candidates = methodsNamed(declared.name, { kind: "class", symbol }, compilation).filter(
    (candidate) =>
      candidate.kind === "project" && candidate.parameters.length === declared.parameters.length,
  );
  const found =
    candidates.find(({ parameters }) => sameTypes(parameters, declared.parameters)) ??
    // Type arguments may differ: execute(BatchableContext, List<Account>) implements Batchable<SObject>.
    candidates.find((candidate) =>
      candidate.parameters.every((parameter, index) => {
        const wanted = declared.parameters[index];
        return wanted !== undefined && parameter.kind === wanted.kind;
      }),
    ) ??
    // compare(Object, Object) implements Comparator<Boolean>.
    candidates.find(({ parameters }) =>
      parameters.every((parameter, index) =>
        takesAsItIs(parameter, declared.parameters[index], compilation.hierarchy),
      ),
    );
  return found?.kind === "project" ? found.method : null;
}

function takesAsItIs(parameter: Type, given: Type | undefined, hierarchy: TypeHierarchy): boolean {
  if (given === undefined) return false;
  const passing = assignability(given, parameter, hierarchy, "argument");
  return passing.isAssignable && passing.conversion === null;
}

function objectMethodKey(method: MethodSymbol): string | null {
  if (method.isStatic) return null;
  switch (method.key) {
    case "tostring()":
      return "toString";
    case "hashcode()":
      return "hashCode";
    case "equals(Object)":
      return "equals";
    default:
      return null;
  }
}
