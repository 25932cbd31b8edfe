/** What the runtime is told of a class beside its code. */
import type { BoundClass } from "../../bind/bound.ts";
import type { FieldDefinition, MethodDefinition } from "../../runtime/object.ts";
import type {
  AnnotationSymbol,
  ClassSymbol,
  FieldSymbol,
  MethodSymbol,
} from "../../types/symbols.ts";
import {
  constructorKey,
  defaultConstructorKey,
  exceptionConstructorKey,
  hasAccessors,
  methodKey,
  slotKey,
} from "../keys.ts";
import { runtimeType } from "../runtime-types.ts";
import type { EmittedClass } from "../../runtime/unit.ts";

export function emittedClass(node: BoundClass): EmittedClass {
  const { symbol } = node;
  return {
    kind: symbol.kind,
    name: symbol.qualifiedName,
    isAbstract: symbol.isAbstract,
    isTest: symbol.isTest,
    file: symbol.file,
    apiVersion: symbol.apiVersion,
    sharing: symbol.sharing,
    superclass: symbol.superclass === null ? null : runtimeType(symbol.superclass),
    interfaces: symbol.interfaces.map(runtimeType),
    fields: symbol.fields.filter((field) => !field.isStatic).map(fieldDefinition),
    methods: symbol.methods.map(methodDefinition),
    defaultConstructor: defaultConstructorOf(symbol),
    annotations: symbol.annotations.map((annotation) => annotation.name),
    enumConstants: symbol.enumConstants,
    staticKeys: symbol.fields
      .filter((field) => field.isStatic)
      .map((field) => (hasAccessors(field) ? slotKey(field) : field.key)),
  };
}

function defaultConstructorOf(symbol: ClassSymbol): string | null {
  if (symbol.kind !== "class") return null;
  const declared = symbol.constructors.find((constructor) => constructor.parameters.length === 0);
  if (declared !== undefined) return constructorKey(symbol, declared.key);
  if (symbol.isException) return exceptionConstructorKey(symbol);
  return symbol.constructors.length === 0 ? defaultConstructorKey(symbol) : null;
}

function fieldDefinition(field: FieldSymbol): FieldDefinition {
  return {
    name: field.name,
    key: field.key,
    type: runtimeType(field.type),
    isTransient: field.isTransient,
    isReadable: field.property === null || field.property.getter !== null,
    isWritable: field.property === null || field.property.setter !== null,
    visibility: field.visibility,
    annotations: field.annotations.map((annotation) => annotation.name),
  };
}

function methodDefinition(method: MethodSymbol): MethodDefinition {
  return {
    name: method.name,
    key: methodKey(method),
    isStatic: method.isStatic,
    parameters: method.parameters.map((parameter) => runtimeType(parameter.type)),
    parameterNames: method.parameters.map((parameter) => parameter.name),
    returns: method.returns.kind === "void" ? null : runtimeType(method.returns),
    visibility: method.visibility,
    annotations: Object.fromEntries(method.annotations.map(annotationEntry)),
    isTest: method.isTest,
  };
}

function annotationEntry(annotation: AnnotationSymbol): readonly [string, Record<string, string>] {
  return [annotation.name, Object.fromEntries(annotation.arguments)];
}
