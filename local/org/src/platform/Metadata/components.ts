/**
 * The types of the Metadata namespace that are nothing but fields: components to deploy and what a deployment answers. Source: Apex
 * Reference, "Metadata Namespace"; Apex Developer Guide, "Metadata".
 */
import type { Behaviour, TypeBehaviour } from "../../runtime/behaviour.ts";
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed, primitive, type RuntimeType } from "../../runtime/type.ts";
import { platformCatalog } from "../../signatures/catalog.ts";
import type { PlatformType } from "../../signatures/catalog-types.ts";
import { plainType, type PlainType, type PlainTypeOptions } from "../plain-type.ts";

const COMPONENT = "Metadata.Metadata";

/** Tests extend the context to give an id. Source: Apex Developer Guide, "Testing Metadata Deployments". */
const METHODS: Readonly<Record<string, Readonly<Record<string, Behaviour>>>> = {
  "Metadata.DeployCallbackContext": { getCallbackJobId: () => null },
};

const component = plainType(COMPONENT);

export const metadataBehaviours: readonly TypeBehaviour[] = [
  component.behaviour,
  ...platformCatalog()
    .types("Metadata")
    .filter(isPlain)
    .map((type) => typeOf(type).behaviour),
];

function isPlain({ name, kind, methods }: PlatformType): boolean {
  if (name === COMPONENT || kind !== "class") return false;
  const known = METHODS[name] ?? {};
  return methods.every((method) => method.name in known);
}

function typeOf(type: PlatformType): PlainType {
  const options = { defaults: emptyLists(type), methods: METHODS[type.name] ?? {} };
  const extendsComponent = type.superclass?.name === COMPONENT;
  return plainType(type.name, extendsComponent ? { ...options, base: component } : options);
}

/** Lists are there to be added to. Source: Apex Reference, "CustomMetadata Class", whose example does; the suite of dlrs for messages. */
function emptyLists({ fields }: PlatformType): PlainTypeOptions["defaults"] & object {
  return Object.fromEntries(
    fields.flatMap(({ name, type: { name: kind, args } }) => {
      const [element] = args;
      return kind === "List" && element !== undefined
        ? [[name, () => new ApexList(elementType(element.name), [])]]
        : [];
    }),
  );
}

function elementType(name: string): RuntimeType {
  return name.includes(".") ? platformTypeNamed(name) : primitive("String");
}
