/** The run-time definition of an emitted class; what it descends from is worked out when first asked, so that cyclic files load. */
import type { EmittedClass } from "./unit.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import type { TypeRef } from "../signatures/catalog-types.ts";
import type { ClassDefinition } from "./object.ts";
import type { RuntimeType } from "./type.ts";

export function classDefinition(
  emitted: EmittedClass,
  definitionOf: (name: string) => ClassDefinition,
): ClassDefinition {
  let ancestors: ReadonlySet<string> | undefined;
  const { superclass } = emitted;
  return {
    kind: emitted.kind,
    name: emitted.name,
    isPlatform: false,
    isAbstract: emitted.isAbstract,
    isTest: emitted.isTest,
    file: emitted.file,
    apiVersion: emitted.apiVersion,
    sharing: emitted.sharing,
    interfaces: emitted.interfaces,
    fields: emitted.fields,
    methods: emitted.methods,
    defaultConstructor: emitted.defaultConstructor,
    annotations: emitted.annotations,
    get superclass(): ClassDefinition | null {
      return superclass?.kind === "class" ? definitionOf(superclass.name) : null;
    },
    get ancestors(): ReadonlySet<string> {
      ancestors ??= new Set([
        emitted.name.toLowerCase(),
        ...[...(superclass === null ? [] : [superclass]), ...emitted.interfaces].flatMap((type) =>
          namesOf(type, definitionOf),
        ),
      ]);
      return ancestors;
    },
  };
}

function namesOf(
  type: RuntimeType,
  definitionOf: (name: string) => ClassDefinition,
): readonly string[] {
  if (type.kind === "class") return [...definitionOf(type.name).ancestors];
  return type.kind === "platform" ? platformNames(type.name) : [];
}

function platformNames(name: string): readonly string[] {
  const type = platformCatalog().find(name);
  const above: readonly TypeRef[] = [
    ...(type?.superclass === null || type?.superclass === undefined ? [] : [type.superclass]),
    ...(type?.interfaces ?? []),
  ];
  return [name.toLowerCase(), ...above.flatMap((reference) => platformNames(reference.name))];
}
