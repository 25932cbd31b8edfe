/** What is deployed, and its start. Source: Apex Reference, "DeployContainer Class", "Operations Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { isInTest } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { GapReached } from "../../runtime/gap-reached.ts";
import type { PlainValue } from "../plain-type.ts";

export class DeployContainerValue {
  readonly components: PlainValue[] = [];
}

export const deployContainerBehaviour = platformType({
  type: "Metadata.DeployContainer",
  implementation: DeployContainerValue,
  constructors: { new: () => new DeployContainerValue() },
  methods: {
    addMetadata: ({ components }: DeployContainerValue, component: PlainValue) => {
      components.push(component);
    },
    getMetadata: ({ components }: DeployContainerValue) =>
      new ApexList(platformTypeNamed("Metadata.Metadata"), [...components]),
    removeMetadata: (container: DeployContainerValue, component: PlainValue) =>
      removed(container, (other) => other === component),
    removeMetadataByFullName: (container: DeployContainerValue, fullName: string | null) =>
      removed(container, ({ fields }) => fields.get("fullName") === fullName),
  },
});

/** Whether there was one. */
function removed(
  { components }: DeployContainerValue,
  isIt: (one: PlainValue) => boolean,
): boolean {
  const at = components.findIndex(isIt);
  if (at >= 0) components.splice(at, 1);
  return at >= 0;
}

export const operationsBehaviour = platformType({
  type: "Metadata.Operations",
  statics: {
    /** The text is the one that the suite of dlrs reads. */
    enqueueDeployment: () => {
      if (isInTest())
        return raise("System.AsyncException", "Metadata cannot be deployed from within a test");
      throw new GapReached(
        "Not supported by the local org yet: a deployment (Metadata.Operations.enqueueDeployment)",
      );
    },
  },
});
