import { describe, expect, it } from "vitest";
import type { MethodSignature, PlatformType, TypeRef } from "./catalog-types.ts";
import { platformCatalog } from "./catalog.ts";
import { writeTypeRef } from "./declaration-notation.ts";
import { standardObjects } from "../schema/standard/standard-objects.ts";
import { generatedNamespace } from "./generated-files.ts";

const catalog = platformCatalog();

function type(name: string): PlatformType {
  const found = catalog.find(name);
  if (found === undefined) throw new Error(`no type ${name}`);
  return found;
}

function signatures(typeName: string, method: string): string[] {
  return type(typeName).methods.filter(named(method)).map(written);
}

function named(name: string): (member: { readonly name: string }) => boolean {
  return (member) => member.name.toLowerCase() === name.toLowerCase();
}

function written({ isStatic, returns, name, parameters }: MethodSignature): string {
  const types = parameters.map((parameter) => writeTypeRef(parameter.type)).join(",");
  return `${isStatic ? "static " : ""}${writeTypeRef(returns)} ${name}(${types})`;
}

describe("finding a type", () => {
  it.each([
    ["HttpRequest", "System.HttpRequest"],
    ["system.httprequest", "System.HttpRequest"],
    ["STRING", "String"],
    ["System.String", "String"],
    ["list", "List"],
    ["SObjectType", "Schema.SObjectType"],
    ["Database.BatchableContext", "Database.BatchableContext"],
    ["messaging.inboundemail.binaryattachment", "Messaging.InboundEmail.BinaryAttachment"],
    ["QueueableDuplicateSignature.Builder", "System.QueueableDuplicateSignature.Builder"],
    ["Database.DMLOptions.EmailHeader", "Database.DMLOptions.EmailHeader"],
    ["eventbus.RetryableException", "EventBus.RetryableException"],
    ["dom.xmlnode", "Dom.XmlNode"],
  ])("%s is %s", (written, name) => {
    expect(catalog.find(written)?.name).toBe(name);
  });

  it("prefers the System class over the namespace of the same name for the bare word", () => {
    expect(type("Database").name).toBe("System.Database");
    expect(type("Schema").name).toBe("System.Schema");
    expect(catalog.hasNamespace("database")).toBe(true);
  });

  it("gives the same type each time", () => {
    expect(catalog.find("http")).toBe(catalog.find("HTTP"));
  });

  it("knows no type outside System and Schema by its bare name", () => {
    expect(catalog.find("InboundEmail")).toBeUndefined();
    expect(catalog.find("NoSuchType")).toBeUndefined();
    expect(catalog.find("System.NoSuchType")).toBeUndefined();
    expect(catalog.find("")).toBeUndefined();
  });

  it("does not take a namespace for a type", () => {
    expect(catalog.find("ConnectApi")).toBeUndefined();
    expect(catalog.hasNamespace("connectapi")).toBe(true);
    expect(catalog.hasNamespace("constructor")).toBe(false);
    expect(catalog.namespaces()).toContain("EventBus");
  });
});

describe("what a type declares", () => {
  it("has generic collections", () => {
    expect(type("Map").typeParameters).toEqual(["K", "V"]);
    expect(signatures("Map", "values")).toEqual(["List<V> values()"]);
    expect(signatures("Map", "putAll")).toEqual([
      "void putAll(Map<K,V>)",
      "void putAll(List<SObject>)",
    ]);
    expect(type("List").interfaces.map(writeTypeRef)).toEqual(["System.Iterable<T>"]);
  });

  it("names members that Java could not as Apex does", () => {
    expect(signatures("Set", "clone")).toEqual(["Set<T> clone()"]);
    expect(signatures("DataSource.Column", "boolean")).toHaveLength(1);
  });

  it("reads query results as lists", () => {
    expect(signatures("Database", "query")).toEqual([
      "static List<SObject> query(String)",
      "static List<SObject> query(String,System.AccessLevel)",
    ]);
  });

  it("keeps overloads apart", () => {
    expect(signatures("Assert", "areEqual")).toEqual([
      "static void areEqual(Object,Object)",
      "static void areEqual(Object,Object,String)",
    ]);
  });

  it("keeps the names of parameters", () => {
    const [method] = type("System.Test").methods.filter(named("setCreatedDate"));
    expect(method?.parameters.map((parameter) => parameter.name)).toEqual(["id", "dt"]);
  });

  it("gives every enum its constants and the methods enums have", () => {
    const level = type("LoggingLevel");
    expect(level.kind).toBe("enum");
    expect(level.enumConstants).toContain("FINEST");
    expect(level.methods.map(written)).toEqual([
      "static List<System.LoggingLevel> values()",
      "static System.LoggingLevel valueOf(String)",
      "String name()",
      "Integer ordinal()",
      "Boolean equals(Object)",
      "Integer hashCode()",
      "String toString()",
    ]);
  });

  it("has the constants in the order of their ordinals where code compares these", () => {
    expect(type("LoggingLevel").enumConstants.indexOf("FINEST")).toBe(2);
    expect(type("LoggingLevel").enumConstants.indexOf("ERROR")).toBe(8);
    expect(type("TriggerOperation").enumConstants[0]).toBe("BEFORE_INSERT");
  });

  it("makes the methods of an interface abstract and those of a class not", () => {
    expect(type("Schedulable").kind).toBe("interface");
    expect(type("Schedulable").methods.every((method) => method.isAbstract)).toBe(true);
    expect(type("HttpRequest").methods.some((method) => method.isAbstract)).toBe(false);
  });

  it("cannot construct a class of static members", () => {
    expect(type("Assert").constructors).toEqual([]);
    expect(type("Math").isVirtual).toBe(false);
    expect(type("HttpRequest").constructors).toHaveLength(1);
  });

  it("lists inner types by their simple name", () => {
    expect(type("Messaging.InboundEmail").innerTypes).toContain("BinaryAttachment");
    expect(type("HttpRequest").innerTypes).toEqual([]);
  });
});

describe("exceptions", () => {
  const exceptions = Object.keys(generatedNamespace("System")).filter((name) =>
    /.Exception$/.test(name),
  );

  /** The platform gives these one constructor of their own. */
  const ownConstructor = ["AuraHandledException", "InvalidParameterValueException"];
  const usual = exceptions.filter((name) => !ownConstructor.includes(name));

  it.each(usual)("%s extends Exception and has the four constructors", (name) => {
    const exception = type(name);
    expect(exception.superclass?.name).toBe("System.Exception");
    const parameters = exception.constructors.map((constructor) =>
      constructor.parameters.map((parameter) => writeTypeRef(parameter.type)).join(","),
    );
    expect(parameters).toEqual(
      expect.arrayContaining(["", "String", "System.Exception", "String,System.Exception"]),
    );
  });

  it.each([
    ["AuraHandledException", ["String"]],
    ["InvalidParameterValueException", ["String", "String"]],
  ])("%s is built from %j alone", (name, parameterTypes) => {
    const built = type(name).constructors.map(({ parameters }) =>
      parameters.map((parameter) => parameter.type.name),
    );
    expect(built).toEqual([parameterTypes]);
  });

  it("has the methods every exception answers to", () => {
    expect(type("Exception").isAbstract).toBe(true);
    expect(type("Exception").isVirtual).toBe(true);
    for (const method of ["getMessage", "setMessage", "getCause", "getDmlType", "getNumDml"]) {
      expect(signatures("Exception", method)).toHaveLength(1);
    }
  });
});

describe("the whole catalog", () => {
  it("names only types it knows, standard objects and type parameters", () => {
    const unknown: string[] = [];
    for (const namespace of catalog.namespaces()) {
      for (const simpleName of Object.keys(generatedNamespace(namespace))) {
        const platformType = type(`${namespace}.${simpleName}`);
        for (const reference of referencesOf(platformType)) {
          if (!isKnown(reference, platformType.typeParameters)) {
            unknown.push(`${platformType.name}: ${writeTypeRef(reference)}`);
          }
        }
      }
    }
    expect(unknown).toEqual([]);
  });
});

function referencesOf({
  superclass,
  interfaces,
  fields,
  methods,
  constructors,
}: PlatformType): TypeRef[] {
  const parameters = [...methods, ...constructors].flatMap((member) => member.parameters);
  return [
    ...(superclass === null ? [] : [superclass]),
    ...interfaces,
    ...[...fields, ...parameters].map((member) => member.type),
    ...methods.map((method) => method.returns),
  ];
}

function isKnown(reference: TypeRef, typeParameters: readonly string[]): boolean {
  const named =
    reference.name === "void" ||
    typeParameters.includes(reference.name) ||
    catalog.find(reference.name)?.name === reference.name ||
    standardObjects().find(reference.name)?.name === reference.name;
  return named && reference.args.every((argument) => isKnown(argument, typeParameters));
}
