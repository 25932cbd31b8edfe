/** For tests: an org with flows, written as their files have them. */
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

export interface FlowSources {
  /** Content of the Flow element, by the flow's name. */
  readonly flows: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly classes?: readonly string[];
  readonly triggers?: readonly string[];
}

export function flowOrg({
  flows,
  files = {},
  classes = [],
  triggers = [],
}: FlowSources): OrgFixture {
  const { schema } = loadSchema([projectWith({ ...flowFiles(flows), ...files })]);
  return apexOrg({ schema, classes, triggers });
}

export function flowFiles(flows: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(flows).map(([name, content]) => [
      `flows/${name}.flow-meta.xml`,
      metadataXml("Flow", content),
    ]),
  );
}

interface Trigger {
  readonly object: string;
  readonly type?: "RecordBeforeSave" | "RecordAfterSave" | "RecordBeforeDelete";
  readonly on?: "Create" | "Update" | "CreateAndUpdate" | "Delete";
  /** Filters, filterFormula, scheduledPaths. */
  readonly more?: string;
}

/** A record-triggered flow that begins with the element `First`. */
export function triggered(
  { object, type = "RecordAfterSave", on = "Create", more = "" }: Trigger,
  elements: string,
): string {
  return active(
    `<start>${next("First")}<object>${object}</object><recordTriggerType>${on}</recordTriggerType>
     <triggerType>${type}</triggerType>${more}</start>${elements}`,
  );
}

/** A flow that is started by its name, and begins with the element `First`. */
export function autolaunched(elements: string): string {
  return active(`<start>${next("First")}</start>${elements}`);
}

function active(content: string): string {
  return `<apiVersion>66.0</apiVersion><label>My Flow</label><processType>AutoLaunchedFlow</processType><status>Active</status>${content}`;
}

export function next(element: string, connector = "connector"): string {
  return `<${connector}><targetReference>${element}</targetReference></${connector}>`;
}

export function text(value: string): string {
  return `<value><stringValue>${value}</stringValue></value>`;
}

export function reference(path: string): string {
  return `<value><elementReference>${path}</elementReference></value>`;
}

export function number(value: number): string {
  return `<value><numberValue>${value}</numberValue></value>`;
}

/** One assignment of one item. */
export function assign(
  name: string,
  to: string,
  value: string,
  { operator = "Assign", then = "" }: { operator?: string; then?: string } = {},
): string {
  const connector = then === "" ? "" : next(then);
  return `<assignments><name>${name}</name><label>${name}</label>${connector}
    <assignmentItems><assignToReference>${to}</assignToReference><operator>${operator}</operator>${value}</assignmentItems></assignments>`;
}

interface Variable {
  readonly type?: string;
  readonly isCollection?: boolean;
  readonly object?: string;
  readonly more?: string;
}

/** In and out. */
export function variable(
  name: string,
  { type = "String", isCollection = false, object = "", more = "" }: Variable = {},
): string {
  const objectType = object === "" ? "" : `<objectType>${object}</objectType>`;
  return `<variables><name>${name}</name><dataType>${type}</dataType><isCollection>${isCollection}</isCollection>
    <isInput>true</isInput><isOutput>true</isOutput>${objectType}${more}</variables>`;
}

export function filter(field: string, operator: string, value: string): string {
  return `<filters><field>${field}</field><operator>${operator}</operator>${value}</filters>`;
}
