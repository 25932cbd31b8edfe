/** When parts of flows run later. Source: Metadata API Developer Guide, "Flow", FlowScheduledPath, FlowSchedule. */
import type { XmlElement } from "../metadata/xml.ts";
import type { FlowPath, FlowSchedule, ScheduledMoment } from "./flow-definition.ts";

/** Source: Salesforce Help, "Scheduled Paths": the default, which is also the most. */
const MOST_TOGETHER = 200;

const UNITS: ReadonlySet<string> = new Set<ScheduledMoment["unit"]>([
  "Minutes",
  "Hours",
  "Days",
  "Months",
]);
const FREQUENCIES: ReadonlySet<string> = new Set<FlowSchedule["frequency"]>([
  "Once",
  "Daily",
  "Weekly",
]);

/** null of one that starts by what this org does not have. */
export function readPath(path: XmlElement): FlowPath | null {
  const when = momentOf(path);
  return when === null
    ? null
    : {
        name: path.text("name") ?? "",
        first: path.child("connector")?.text("targetReference") ?? null,
        when,
        batchSize: path.number("maxBatchSize") ?? MOST_TOGETHER,
      };
}

function momentOf(path: XmlElement): FlowPath["when"] | null {
  const type = path.text("pathType");
  if (type === "AsyncAfterCommit") return { kind: "afterCommit" };
  const unit = path.text("offsetUnit") ?? "Minutes";
  if (type !== null || !UNITS.has(unit)) return null;
  const isOfField = path.text("timeSource") === "RecordField";
  return {
    kind: "scheduled",
    field: isOfField ? (path.text("recordField") ?? "") : null,
    offset: path.number("offsetNumber") ?? 0,
    // The set holds nothing else.
    unit: unit as ScheduledMoment["unit"],
  };
}

/** Its time is that of the org, which is GMT here, though it is written with a Z. null where it cannot be read. */
export function readSchedule(start: XmlElement): FlowSchedule | null {
  const schedule = start.child("schedule");
  const frequency = schedule?.text("frequency") ?? "";
  const time = schedule?.text("startTime") ?? "00:00:00.000Z";
  const epochMs = Date.parse(`${schedule?.text("startDate") ?? ""}T${time}`);
  return Number.isNaN(epochMs) || !FREQUENCIES.has(frequency)
    ? null
    : // The set holds nothing else.
      { start: epochMs, frequency: frequency as FlowSchedule["frequency"] };
}
