/** Fields and properties by name, and who may see what. */
import type { FieldSignature } from "../signatures/catalog-types.ts";
import { namespaceOf } from "../types/namespace.ts";
import type { ClassSymbol, FieldSymbol, MethodSymbol, Visibility } from "../types/symbols.ts";
import type { AnnotationSymbol } from "../types/symbols.ts";
import { typeOfReference } from "../types/type-reference.ts";
import type { Type } from "../types/type.ts";
import { outermost, type Compilation } from "./compilation.ts";

export function fieldNamed(
  name: string,
  type: Type,
  compilation: Compilation,
): FieldSymbol | undefined {
  const key = name.toLowerCase();
  for (const ancestor of compilation.hierarchy.supertypesOf(type)) {
    if (ancestor.kind !== "class") continue;
    const found = ancestor.symbol.fields.find((field) => field.name.toLowerCase() === key);
    if (found !== undefined) return found;
  }
  return undefined;
}

export interface PlatformField {
  readonly owner: string;
  readonly signature: FieldSignature;
  readonly type: Type;
}

export function platformFieldNamed(
  name: string,
  type: Type,
  compilation: Compilation,
): PlatformField | undefined {
  const key = name.toLowerCase();
  for (const ancestor of compilation.hierarchy.supertypesOf(type)) {
    const platform = compilation.hierarchy.platformTypeOf(ancestor);
    if (platform === null) continue;
    const signature = platform.type.fields.find((field) => field.name.toLowerCase() === key);
    if (signature !== undefined) {
      return {
        owner: platform.type.name,
        signature,
        type: typeOfReference(signature.type, platform.bindings),
      };
    }
  }
  return undefined;
}

interface Member {
  readonly owner: ClassSymbol;
  readonly visibility: Visibility;
  readonly annotations: readonly AnnotationSymbol[];
}

/**
 * Private members are seen in the whole file; protected ones also by subclasses; @TestVisible ones also by test classes.
 * Source: Apex Developer Guide, "Access Modifiers".
 */
export function isVisible(
  member: Member,
  from: ClassSymbol,
  visibility: Visibility = member.visibility,
): boolean {
  if (visibility === "global") return true;
  const owner = outermost(member.owner);
  // Of a package only what is global is seen from outside.
  if (visibility === "public") return namespaceOf(owner.name) === namespaceOf(outermost(from).name);
  if (owner === outermost(from)) return true;
  if (member.annotations.some(({ name }) => name === "testvisible") && outermost(from).isTest)
    return true;
  return (
    visibility === "protected" && around(from).some((symbol) => isOrDescends(symbol, member.owner))
  );
}

function around(symbol: ClassSymbol): readonly ClassSymbol[] {
  return symbol.outer === null ? [symbol] : [symbol, ...around(symbol.outer)];
}

export function isOrDescends(symbol: ClassSymbol, ancestor: ClassSymbol): boolean {
  if (symbol === ancestor) return true;
  return symbol.superclass?.kind === "class" && isOrDescends(symbol.superclass.symbol, ancestor);
}

export function isMethodVisible(method: MethodSymbol, from: ClassSymbol): boolean {
  return method.owner.kind === "interface" || isVisible(method, from);
}
