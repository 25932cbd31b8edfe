import type { PlatformCatalog } from "../signatures/catalog-types.ts";
import type { Schema } from "../schema/schema.ts";
import type { TypeDeclaration } from "../syntax/ast.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { TypeHierarchy } from "../types/type-hierarchy.ts";

/**
 * Whether the org can run a platform member. `owner` is the catalog's name of the type that declares it; `member` is the whole
 * signature of a method (`contains(String)`) or constructor (`new(String)`), the bare name of a property.
 */
export type HasBehaviour = (owner: string, member: string, isStatic: boolean) => boolean;

/** What all bodies of one program are bound against. */
export interface Compilation {
  readonly schema: Schema;
  readonly catalog: PlatformCatalog;
  readonly hierarchy: TypeHierarchy;
  readonly hasBehaviour: HasBehaviour;
  /** Top-level classes by lower-cased name. */
  readonly topLevel: ReadonlyMap<string, ClassSymbol>;
  /** Of packages, in lower case. */
  readonly namespaces: ReadonlySet<string>;
  readonly declarations: ReadonlyMap<ClassSymbol, TypeDeclaration>;
}

/** Of an inner class, the class around it: the unit it is compiled with. */
export function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer === null ? symbol : outermost(symbol.outer);
}
