import type { PlatformCatalog, PlatformType } from "../signatures/catalog-types.ts";
import { typeBindings, typeOfReference, type TypeBindings } from "./type-reference.ts";
import type { Type } from "./type.ts";

/** Who extends and implements whom, over project and platform types alike. */
export class TypeHierarchy {
  readonly #catalog: PlatformCatalog;

  constructor(catalog: PlatformCatalog) {
    this.#catalog = catalog;
  }

  /** The catalog's description of a type and the arguments its parameters stand for; null for project types and Object. */
  platformTypeOf(
    type: Type,
  ): { readonly type: PlatformType; readonly bindings: TypeBindings } | null {
    const [name, ...typeArguments] = catalogName(type);
    if (name === undefined) return null;
    const found = this.#catalog.find(name);
    return found === undefined
      ? null
      : { type: found, bindings: typeBindings(found, typeArguments) };
  }

  superclassOf(type: Type): Type | null {
    if (type.kind === "class") return type.symbol.superclass;
    const platform = this.platformTypeOf(type);
    const reference = platform?.type.superclass ?? null;
    return platform === null || reference === null
      ? null
      : typeOfReference(reference, platform.bindings);
  }

  interfacesOf(type: Type): readonly Type[] {
    if (type.kind === "class") return type.symbol.interfaces;
    const platform = this.platformTypeOf(type);
    return platform === null
      ? []
      : platform.type.interfaces.map((reference) => typeOfReference(reference, platform.bindings));
  }

  /** The type itself, then its superclasses, nearest first. Object is not listed. */
  classesOf(type: Type): readonly Type[] {
    const chain: Type[] = [];
    for (let current: Type | null = type; current !== null; current = this.superclassOf(current)) {
      chain.push(current);
    }
    return chain;
  }

  /** The type itself, its superclasses and every interface of any of them. */
  supertypesOf(type: Type): readonly Type[] {
    const found: Type[] = [];
    const pending: Type[] = [...this.classesOf(type)];
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      found.push(next);
      for (const implemented of this.interfacesOf(next))
        pending.push(...this.classesOf(implemented));
    }
    return found;
  }

  isException(type: Type): boolean {
    if (type.kind === "class") return type.symbol.isException;
    return (
      type.kind === "platform" &&
      this.classesOf(type).some(
        (ancestor) => ancestor.kind === "platform" && ancestor.name === "System.Exception",
      )
    );
  }

  isInterface(type: Type): boolean {
    if (type.kind === "class") return type.symbol.kind === "interface";
    return type.kind === "platform" && this.#catalog.find(type.name)?.kind === "interface";
  }

  isEnum(type: Type): boolean {
    if (type.kind === "class") return type.symbol.kind === "enum";
    return type.kind === "platform" && this.#catalog.find(type.name)?.kind === "enum";
  }
}

function catalogName(type: Type): readonly [string, ...Type[]] | readonly [] {
  switch (type.kind) {
    case "primitive":
      return [type.name];
    case "platform":
      return [type.name, ...type.arguments];
    case "list":
      return ["List", type.element];
    case "set":
      return ["Set", type.element];
    case "map":
      return ["Map", type.key, type.value];
    case "sobject":
      return ["SObject"];
    case "class":
    case "object":
    case "null":
    case "void":
      return [];
  }
}
