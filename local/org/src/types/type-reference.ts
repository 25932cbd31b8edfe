/** From a type written in a catalog signature to a static type, with the receiver's type arguments put in. */
import type { PlatformType, TypeRef } from "../signatures/catalog-types.ts";
import type { Type } from "./type.ts";
import {
  listOf,
  mapOf,
  OBJECT,
  platformType,
  primitiveNamed,
  setOf,
  sobjectType,
  VOID,
} from "./well-known.ts";

/** Type parameter letter → argument. */
export type TypeBindings = ReadonlyMap<string, Type>;

export function typeBindings(type: PlatformType, typeArguments: readonly Type[]): TypeBindings {
  return new Map(
    type.typeParameters.map((parameter, index) => [parameter, typeArguments[index] ?? OBJECT]),
  );
}

export function typeOfReference(reference: TypeRef, bindings: TypeBindings): Type {
  const bound = bindings.get(reference.name);
  if (bound !== undefined) return bound;
  const typeArguments = reference.args.map((argument) => typeOfReference(argument, bindings));
  const [first = OBJECT, second = OBJECT] = typeArguments;
  switch (reference.name) {
    case "void":
      return VOID;
    case "Object":
      return OBJECT;
    case "List":
      return listOf(first);
    case "Set":
      return setOf(first);
    case "Map":
      return mapOf(first, second);
    default:
      return (
        primitiveNamed(reference.name) ??
        // Standard objects are the only other unqualified names (catalog-types.ts).
        (reference.name.includes(".")
          ? platformType(reference.name, ...typeArguments)
          : sobjectType(reference.name))
      );
  }
}
