/** The JavaScript names under which members of project classes live. */
import type { ClassSymbol, FieldSymbol, MethodSymbol } from "../types/symbols.ts";

/** A private method is never overridden: its name carries its class, so that a descendant's namesake does not hide it. */
export function methodKey(method: MethodSymbol): string {
  return method.visibility === "private" &&
    !method.isStatic &&
    !method.isVirtual &&
    !method.isOverride
    ? `${method.owner.qualifiedName}:${method.key}`
    : method.key;
}

/** The body of a @future method: its own key only puts it into the queue. */
export function futureBodyKey(method: MethodSymbol): string {
  return `future ${method.key}`;
}

/** Constructors are ordinary methods of a fresh object; the class's name keeps `this(…)` from meeting a descendant's. */
export function constructorKey(owner: ClassSymbol, key: string): string {
  return `${owner.qualifiedName}.${key}`;
}

export function defaultConstructorKey(owner: ClassSymbol): string {
  return constructorKey(owner, "constructor()");
}

/** The four constructors every exception class has, in one. */
export function exceptionConstructorKey(owner: ClassSymbol): string {
  return `${owner.qualifiedName}.$exception`;
}

/** Runs the field initialisers and initialiser blocks of a fresh object and gives it back: before any constructor. */
export const INITIALIZE = "$init";

/** The storage behind a property whose own key is a pair of accessors. */
export function slotKey(field: FieldSymbol): string {
  return hasAccessors(field) ? `$slot${field.key}` : field.key;
}

/** Whether reading or writing the field's key runs code. */
export function hasAccessors(field: FieldSymbol): boolean {
  return (
    field.property !== null &&
    (field.isVirtual || field.property.getter === "custom" || field.property.setter === "custom")
  );
}

export function staticGetterKey(field: FieldSymbol): string {
  return `get ${field.key}`;
}

export function staticSetterKey(field: FieldSymbol): string {
  return `set ${field.key}`;
}
