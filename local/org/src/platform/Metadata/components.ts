/**
 * The types of the Metadata namespace that are nothing but fields: components to deploy and what a deployment answers. Source: Apex
 * Reference, "Metadata Namespace"; Apex Developer Guide, "Metadata".
 */
import type { TypeBehaviour } from "../../runtime/behaviour.ts";
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { platformCatalog } from "../../signatures/catalog.ts";
import type { PlatformType } from "../../signatures/catalog-types.ts";
import { plainType, type PlainType, type PlainTypeOptions } from "../plain-type.ts";

const COMPONENT = "Metadata.Metadata";

const OPTIONS: Readonly<Record<string, PlainTypeOptions>> = {
  /** The guide's example adds to its values. Source: Apex Reference, "CustomMetadata Class". */
  "Metadata.CustomMetadata": {
    defaults: { values: () => new ApexList(platformTypeNamed("Metadata.CustomMetadataValue"), []) },
  },
  /** Tests extend it to give an id. Source: Apex Developer Guide, "Testing Metadata Deployments". */
  "Metadata.DeployCallbackContext": { methods: { getCallbackJobId: () => null } },
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
  const known = OPTIONS[name]?.methods ?? {};
  return methods.every((method) => method.name in known);
}

function typeOf({ name, superclass }: PlatformType): PlainType {
  const options = OPTIONS[name] ?? {};
  return plainType(
    name,
    superclass?.name === COMPONENT ? { ...options, base: component } : options,
  );
}
