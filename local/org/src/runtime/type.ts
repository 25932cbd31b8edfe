/** Types at run time: plain data, printed and compared by Apex's own names. */
import type { PrimitiveName } from "../types/type.ts";

export type RuntimeType =
  | { readonly kind: "primitive"; readonly name: PrimitiveName }
  /** A class, interface or enum of the project, by its qualified name. */
  | { readonly kind: "class"; readonly name: string }
  /** By its catalog name: `System.HttpRequest`. */
  | {
      readonly kind: "platform";
      readonly name: string;
      readonly arguments: readonly RuntimeType[];
    }
  | { readonly kind: "list"; readonly element: RuntimeType }
  | { readonly kind: "set"; readonly element: RuntimeType }
  | { readonly kind: "map"; readonly key: RuntimeType; readonly value: RuntimeType }
  /** `SObject` itself, or one object by its API name. */
  | { readonly kind: "sobject"; readonly name: string }
  | { readonly kind: "object" };

export const OBJECT: RuntimeType = { kind: "object" };
export const SOBJECT: RuntimeType = { kind: "sobject", name: "SObject" };

export function primitive(name: PrimitiveName): RuntimeType {
  return { kind: "primitive", name };
}
export function listOf(element: RuntimeType): RuntimeType {
  return { kind: "list", element };
}
export function setOf(element: RuntimeType): RuntimeType {
  return { kind: "set", element };
}
export function mapOf(key: RuntimeType, value: RuntimeType): RuntimeType {
  return { kind: "map", key, value };
}
export function sobjectType(name: string): RuntimeType {
  return { kind: "sobject", name };
}
export function platformTypeNamed(
  name: string,
  ...typeArguments: readonly RuntimeType[]
): RuntimeType {
  return { kind: "platform", name, arguments: typeArguments };
}

/** `void.class`, what a method returns that returns nothing. No value is of it. */
export const VOID = platformTypeNamed("void");
export const STRING = primitive("String");
export const INTEGER = primitive("Integer");
export const ID = primitive("Id");
export const BOOLEAN = primitive("Boolean");

/** As `Type.getName()` and messages print it: `Map<Id,List<Account>>`, `Foo.Bar`, `System.HttpRequest`. */
export function typeName(type: RuntimeType): string {
  switch (type.kind) {
    case "primitive":
    case "class":
    case "sobject":
      return type.name;
    case "platform":
      return type.arguments.length === 0
        ? type.name
        : `${type.name}<${type.arguments.map(typeName).join(",")}>`;
    case "list":
      return `List<${typeName(type.element)}>`;
    case "set":
      return `Set<${typeName(type.element)}>`;
    case "map":
      return `Map<${typeName(type.key)},${typeName(type.value)}>`;
    case "object":
      return "Object";
  }
}

/** Platform types of the System namespace print without it in exception texts (`HttpRequest`). */
export function shortTypeName(type: RuntimeType): string {
  const name = typeName(type);
  return name.startsWith("System.") ? name.slice("System.".length) : name;
}

export function sameRuntimeType(a: RuntimeType, b: RuntimeType): boolean {
  return a === b || typeName(a).toLowerCase() === typeName(b).toLowerCase();
}
