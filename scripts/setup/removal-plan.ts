/** What a removal takes out of an org, and what it leaves. */
import type { ComponentNames } from "./our-components.ts";

/** What data is: records, the objects and fields they are made of, and the places where people see them. */
const DATA_TYPES = new Set([
  "CompactLayout",
  "CustomField",
  "CustomMetadata",
  "CustomObject",
  "CustomTab",
  "Layout",
  "ListView",
  // The list of what is there.
  "StaticResource",
]);
/** Parts of an object that Salesforce deletes with it. */
const PARTS = new Set([
  "CompactLayout",
  "CustomField",
  "CustomMetadata",
  "Layout",
  "ListView",
  "ValidationRule",
]);
/** Deleted with the External Client App they belong to. */
const PARTS_OF_THE_APP = new Set(["ExtlClntAppOauthSettings"]);
/** Named with a version where they are deleted. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_visual_workflow.htm */
const FLOW = "Flow";

/** A version of a flow that stands in the org. */
export interface FlowVersion {
  readonly name: string;
  readonly version: number;
}

/**
 * @param withData whether objects and fields go too, and every record with them
 * @param flows the versions of our flows that stand in the org
 */
export function toDelete(
  ours: ComponentNames,
  withData: boolean,
  flows: readonly FlowVersion[],
): ComponentNames {
  const objects = new Set(ours.get("CustomObject"));
  const goes = (type: string, name: string): boolean => {
    if (PARTS_OF_THE_APP.has(type) || type === FLOW) return false;
    // The tab of a page goes with the page; that of an object is where its records are seen.
    if (!withData) return !DATA_TYPES.has(type) || (type === "CustomTab" && !objects.has(name));
    return !(PARTS.has(type) && objects.has(objectOf(type, name)));
  };
  const deleted = new Map<string, readonly string[]>();
  for (const [type, names] of ours) {
    const gone = names.filter((name) => goes(type, name));
    if (gone.length > 0) deleted.set(type, gone);
  }
  if (flows.length > 0)
    deleted.set(
      FLOW,
      flows.map(({ name, version }) => `${name}-${version}`),
    );
  return deleted;
}

/** A layout without the actions that go: nothing that others refer to can be deleted. */
export function withoutActions(layout: string): string {
  return layout.replace(/\s*<platformActionList>[^]*?<\/platformActionList>/g, "");
}

/** The object a part belongs to: `Contact` of `Contact.Email__c`, of `Contact-Contact Layout`, and of a record of `Contact__mdt`. */
function objectOf(type: string, name: string): string {
  if (type === "Layout") return name.slice(0, name.indexOf("-"));
  const object = name.slice(0, name.indexOf("."));
  return type === "CustomMetadata" ? `${object}__mdt` : object;
}
