/** What starts a flow. Source: Metadata API Developer Guide, "Flow", FlowStart. */
import type { XmlElement } from "../metadata/xml.ts";
import type { FlowCriteria, FlowFilter, FlowTrigger } from "./flow-definition.ts";
import { readPath, readSchedule } from "./read-moments.ts";
import { readFilter } from "./read-values.ts";

const MOMENTS = {
  RecordBeforeSave: "beforeSave",
  RecordAfterSave: "afterSave",
  RecordBeforeDelete: "beforeDelete",
} as const;

/** Kinds of flow that people or other things step through. */
const NOT_RUN: Readonly<Record<string, string>> = {
  Flow: "Flows with screens",
  Workflow: "Processes of Process Builder",
  InvocableProcess: "Processes of Process Builder",
  CustomEvent: "Processes of Process Builder",
  Orchestrator: "Orchestrations",
};

export function readTrigger(root: XmlElement, start: XmlElement | null): FlowTrigger {
  const processType = root.text("processType") ?? "AutoLaunchedFlow";
  const notRun = NOT_RUN[processType];
  if (notRun !== undefined) return { kind: "unsupported", what: notRun };
  if (processType !== "AutoLaunchedFlow")
    return { kind: "unsupported", what: `Flows of the type ${processType}` };
  const triggerType = start?.text("triggerType") ?? "None";
  if (start === null || triggerType === "None") return { kind: "none" };
  if (triggerType === "Scheduled") {
    const object = start.text("object");
    return {
      kind: "scheduled",
      selection: object === null ? null : { object, filter: readFilter(start) },
      schedule: readSchedule(start),
    };
  }
  if (triggerType === "PlatformEvent")
    return {
      kind: "event",
      object: start.text("object") ?? "",
      criteria: ofRecord(readFilter(start)),
    };
  return isMoment(triggerType)
    ? recordTrigger(start, triggerType)
    : { kind: "unsupported", what: `Flows started by ${triggerType}` };
}

function isMoment(triggerType: string): triggerType is keyof typeof MOMENTS {
  return triggerType in MOMENTS;
}

function recordTrigger(start: XmlElement, triggerType: keyof typeof MOMENTS): FlowTrigger {
  const on = start.text("recordTriggerType") ?? "Create";
  return {
    kind: "record",
    moment: MOMENTS[triggerType],
    object: start.text("object") ?? "",
    onCreate: on === "Create" || on === "CreateAndUpdate",
    onUpdate: on === "Update" || on === "CreateAndUpdate",
    criteria: ofRecord(readFilter(start)),
    onlyWhenChanged: start.flag("doesRequireRecordChangedToMeetCriteria"),
    order: start.number("triggerOrder") ?? null,
    paths: start.children("scheduledPaths").flatMap((path) => readPath(path) ?? []),
  };
}

/** The start names fields of the triggering record; anywhere else they are `$Record.Field`. */
function ofRecord(filter: FlowFilter): FlowCriteria {
  return {
    ...filter,
    conditions: filter.conditions.map((condition) => ({
      ...condition,
      left: `$Record.${condition.left}`,
    })),
  };
}
