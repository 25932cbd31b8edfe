/** Which units of a compiled project stand on which: the reach of an edit through declarations. */
import type { ClassUnit } from "../syntax/ast.ts";
import { namesInDeclaration, namesOfAncestors } from "./class-shape.ts";
import type { CompiledOutput, CompiledUnit } from "./output-cache.ts";

/** `class foo`, `trigger bar`: a class and a trigger may have one name. */
export type UnitKey = string;

/** A member of a class, by its id: `class foo#total()`. */
export function memberKey(unit: UnitKey, id: string): UnitKey {
  return `${unit}#${id}`;
}

/** A unit while it does not compile: `class foo!`. */
export function brokenKey(unit: UnitKey): UnitKey {
  return `${unit}!`;
}

export function classKey(name: string): UnitKey {
  return `class ${name.toLowerCase()}`;
}

export function triggerKey(name: string): UnitKey {
  return `trigger ${name.toLowerCase()}`;
}

export function unitsByKey({ classes, triggers }: CompiledOutput): Map<UnitKey, CompiledUnit> {
  return new Map<UnitKey, CompiledUnit>([
    ...classes.map((unit) => [classKey(unit.name), unit] as const),
    ...triggers.map((unit) => [triggerKey(unit.name), unit] as const),
  ]);
}

/** The units that mention one of those given anywhere, and those given. */
export function withMentioning(
  keys: ReadonlySet<UnitKey>,
  units: ReadonlyMap<UnitKey, CompiledUnit>,
): Set<UnitKey> {
  const mentioning = [...units].flatMap(([key, { emitted }]) =>
    emitted?.dependencies.some((name) => keys.has(classKey(name))) === true ? [key] : [],
  );
  return new Set([...keys, ...mentioning]);
}

/**
 * The classes given, and those in whose declarations they are named, directly or through others: what an expression that begins with
 * one of them may come to.
 */
export function withDeclaring(
  keys: Iterable<UnitKey>,
  classes: readonly { readonly unit: ClassUnit }[],
): Set<UnitKey> {
  return withNaming(keys, classes, namesOf);
}

/** The classes given, and those that extend or implement them, directly or through others. */
export function withHeirs(
  keys: Iterable<UnitKey>,
  classes: readonly { readonly unit: ClassUnit }[],
): Set<UnitKey> {
  return withNaming(keys, classes, namesOfAncestors);
}

function withNaming(
  keys: Iterable<UnitKey>,
  classes: readonly { readonly unit: ClassUnit }[],
  namesIn: (unit: ClassUnit) => ReadonlySet<string>,
): Set<UnitKey> {
  const naming = new Map<UnitKey, UnitKey[]>();
  for (const { unit } of classes) {
    const key = classKey(unit.declaration.name);
    for (const name of namesIn(unit)) {
      const known = naming.get(classKey(name));
      if (known === undefined) naming.set(classKey(name), [key]);
      else known.push(key);
    }
  }
  const reached = new Set<UnitKey>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    open.push(...(naming.get(key) ?? []));
  }
  return reached;
}

const names = new WeakMap<ClassUnit, ReadonlySet<string>>();

function namesOf(unit: ClassUnit): ReadonlySet<string> {
  const known = names.get(unit) ?? namesInDeclaration(unit);
  names.set(unit, known);
  return known;
}

/** Classes that the unit's classes extend, directly or through others: their methods get names of interfaces that it implements. */
export function ancestorsOf(key: UnitKey, units: ReadonlyMap<UnitKey, CompiledUnit>): Set<UnitKey> {
  const ancestors = new Set<UnitKey>();
  const open = [key];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { superclass } of units.get(next)?.emitted?.data.classes ?? []) {
      if (superclass?.kind !== "class") continue;
      const above = classKey(superclass.name.split(".", 1)[0] ?? superclass.name);
      if (above === key || ancestors.has(above)) continue;
      ancestors.add(above);
      open.push(above);
    }
  }
  return ancestors;
}
