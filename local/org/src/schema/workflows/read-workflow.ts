/** Reads the workflow rules of an object. Source: Metadata API Developer Guide, "Workflow". */
import type { Notice } from "../metadata/project-metadata.ts";
import type { XmlElement } from "../metadata/xml.ts";
import type { FieldUpdate, FieldUpdateValue, WorkflowRule } from "./workflow-definition.ts";

/** The active rules that this org runs, in the order of the file; what it does not run is a notice. */
export function readWorkflow(
  root: XmlElement,
  object: string,
  file: string,
  notices: Notice[],
): readonly WorkflowRule[] {
  const say = (message: string): void => {
    notices.push({ file, message });
  };
  const updates = new Map(
    root.children("fieldUpdates").flatMap((element) => {
      const update = readFieldUpdate(element, object, say);
      return update === null ? [] : [[update.name, update] as const];
    }),
  );
  return root
    .children("rules")
    .filter((rule) => rule.flag("active"))
    .flatMap((rule) => readRule(rule, object, updates, say));
}

const MOMENTS: Readonly<Record<string, WorkflowRule["when"]>> = {
  onCreateOnly: "created",
  onAllChanges: "created or changed",
  onCreateOrTriggeringUpdate: "comes to meet the criteria",
};

function readRule(
  rule: XmlElement,
  object: string,
  updates: ReadonlyMap<string, FieldUpdate>,
  say: (message: string) => void,
): readonly WorkflowRule[] {
  if (rule.children("workflowTimeTriggers").length > 0)
    say("Actions of workflow rules that wait are not run here");
  const actions = rule.children("actions");
  if (actions.some((action) => action.text("type") !== "FieldUpdate"))
    say("Actions of workflow rules other than field updates are not run here");
  const items = rule.children("criteriaItems");
  if (items.some((item) => item.text("valueField") !== null || !isOwn(item, object))) {
    say("Workflow rules that look at more than fields of their record are not run here");
    return [];
  }
  return [
    {
      name: rule.text("fullName") ?? "",
      when: MOMENTS[rule.text("triggerType") ?? ""] ?? "created or changed",
      filters: items.map((item) => ({
        field: item.text("field") ?? "",
        operation: item.text("operation") ?? "equals",
        value: item.text("value") ?? "",
      })),
      logic: rule.text("booleanFilter"),
      formula: rule.text("formula"),
      updates: actions.flatMap((action) => updates.get(action.text("name") ?? "") ?? []),
    },
  ];
}

/** `Account.Name` in a rule of accounts. */
function isOwn(item: XmlElement, object: string): boolean {
  const [of] = (item.text("field") ?? "").split(".");
  return of?.toLowerCase() === object.toLowerCase();
}

function readFieldUpdate(
  element: XmlElement,
  object: string,
  say: (message: string) => void,
): FieldUpdate | null {
  if (element.text("targetObject") !== null) {
    say("Field updates of parents are not run here");
    return null;
  }
  const value = readValue(element);
  const name = element.text("fullName") ?? "";
  if (value === null) {
    say(`A field update of this kind is not run here: ${object}.${name}`);
    return null;
  }
  return {
    name,
    field: element.text("field") ?? "",
    value,
    reevaluates: element.flag("reevaluateOnChange"),
  };
}

const LOOKUPS = { User: "User", Queue: "Group", RecordType: "RecordType" } as const;

function readValue(element: XmlElement): FieldUpdateValue | null {
  switch (element.text("operation")) {
    case "Literal":
      return { kind: "literal", text: element.text("literalValue") ?? "" };
    case "Formula":
      return { kind: "formula", formula: element.text("formula") ?? "" };
    case "Null":
      return { kind: "null" };
    case "NextValue":
      return { kind: "neighbour", step: 1 };
    case "PreviousValue":
      return { kind: "neighbour", step: -1 };
    case "LookupValue": {
      const type = element.text("lookupValueType") ?? "";
      const name = element.text("lookupValue");
      return name === null || !isLookup(type)
        ? null
        : { kind: "lookup", object: LOOKUPS[type], name };
    }
    default:
      return null;
  }
}

function isLookup(type: string): type is keyof typeof LOOKUPS {
  return type in LOOKUPS;
}
