import type { WrittenDeclaration } from "../../src/signatures/declaration-notation.ts";
import { apexMemberName, apexType, apexTypeName } from "./apex-names.ts";
import { parseClassFile, type ClassFile, type ClassMember } from "./class-file.ts";
import type { JarEntry } from "./jar.ts";
import {
  parseClassSignature,
  parseFieldSignature,
  parseMethodSignature,
} from "./java-signature.ts";

/** Per namespace, per type ("InboundEmail.Header"): its declaration. */
export type DeclarationsByNamespace = ReadonlyMap<string, ReadonlyMap<string, WrittenDeclaration>>;

/** @throws Error when a class holds something that has no reading in Apex */
export function platformDeclarations(stubs: readonly JarEntry[]): DeclarationsByNamespace {
  const namespaces = new Map<string, Map<string, WrittenDeclaration>>();
  for (const { path, bytes } of stubs) {
    const apex = path.endsWith(".class") ? apexTypeName(path.slice(0, -".class".length)) : null;
    if (apex === null) continue;
    const types = namespaces.get(apex.namespace) ?? new Map<string, WrittenDeclaration>();
    namespaces.set(apex.namespace, types);
    types.set(apex.simpleName, declarationOf(parseClassFile(bytes())));
  }
  return namespaces;
}

function declarationOf(stub: ClassFile): WrittenDeclaration {
  if (stub.superName === "java/lang/Enum") {
    const constants = stub.fields.filter((field) => field.access.isEnum);
    return { kind: "enum", constants: constants.map((field) => apexMemberName(field.name)) };
  }
  const { typeParameters, superclass, interfaces } = supertypesOf(stub);
  const methods = stub.methods.filter(isDeclaredMethod);
  const fields = stub.fields.filter(isDeclaredMember);
  const constructors = stub.methods.filter(isPublicConstructor);
  const isNeverInstantiated =
    methods.length + fields.length > 0 &&
    [...methods, ...fields].every(({ access }) => access.isStatic) &&
    superclass === "Object" &&
    constructors.every(({ signature }) => signature === "()V");
  const isInterface = stub.access.isInterface;
  const isConstructed = !isInterface && !isNeverInstantiated && constructors.length > 0;
  return {
    ...(isInterface ? { kind: "interface" } : {}),
    ...(stub.access.isAbstract && !isInterface ? { abstract: true } : {}),
    ...(!isInterface && !isConstructed && !stub.access.isAbstract ? { sealed: true } : {}),
    ...some("of", typeParameters),
    ...(superclass === "Object" ? {} : { extends: superclass }),
    ...some("implements", interfaces),
    ...some("constructors", isConstructed ? constructors.map(parameterList) : []),
    ...some("methods", methods.map(writeMethod)),
    ...some("fields", fields.map(writeField)),
  };
}

function supertypesOf(stub: ClassFile): {
  readonly typeParameters: readonly string[];
  readonly superclass: string;
  readonly interfaces: readonly string[];
} {
  if (stub.signature !== null) {
    const { typeParameters, superclass, interfaces } = parseClassSignature(stub.signature);
    return {
      typeParameters,
      superclass: apexType(superclass),
      interfaces: interfaces.map(apexType),
    };
  }
  const plain = (name: string): string => apexType({ kind: "class", name, args: [] });
  return {
    typeParameters: [],
    superclass: stub.superName === null ? "Object" : plain(stub.superName),
    interfaces: stub.interfaceNames.map(plain),
  };
}

function isDeclaredMember({ access }: ClassMember): boolean {
  return !access.isSynthetic && (access.isPublic || access.isProtected);
}

function isDeclaredMethod(member: ClassMember): boolean {
  return isDeclaredMember(member) && !member.name.startsWith("<");
}

function isPublicConstructor({ name, access }: ClassMember): boolean {
  return name === "<init>" && access.isPublic;
}

function writeMethod(method: ClassMember): string {
  const modifier = method.access.isStatic ? "static " : "";
  const returns = apexType(parseMethodSignature(method.signature).returns);
  return `${modifier}${returns} ${apexMemberName(method.name)}(${parameterList(method)})`;
}

function parameterList({ signature, parameterNames }: ClassMember): string {
  return parseMethodSignature(signature)
    .parameters.map((type, index) => {
      const name = parameterNames[index];
      return `${apexType(type)} ${name === undefined ? `param${index + 1}` : apexMemberName(name)}`;
    })
    .join(", ");
}

function writeField({ name, signature, access }: ClassMember): string {
  const modifiers = `${access.isStatic ? "static " : ""}${access.isFinal ? "final " : ""}`;
  return `${modifiers}${apexType(parseFieldSignature(signature))} ${apexMemberName(name)}`;
}

function some<K extends string>(
  key: K,
  values: readonly string[],
): Partial<Record<K, readonly string[]>> {
  // A computed key widens to an index signature; the object has exactly this one.
  return values.length === 0 ? {} : ({ [key]: values } as Record<K, readonly string[]>);
}
