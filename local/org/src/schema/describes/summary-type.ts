import type { FieldMetadata } from "../metadata/custom-field.ts";
import type { ProjectMetadata } from "../metadata/project-metadata.ts";
import type { FieldDescribe } from "../schema.ts";
import { standardFieldDetail } from "../standard/curated-objects.ts";
import { standardObjects } from "../standard/standard-objects.ts";

type SummaryType = Pick<FieldDescribe, "type" | "precision" | "scale">;

const COUNT: SummaryType = { type: "double", precision: 18, scale: 0 };

const TYPES: Readonly<Record<string, FieldDescribe["type"]>> = {
  Currency: "currency",
  Percent: "percent",
  Date: "date",
  DateTime: "datetime",
};

/** A count is a number; a sum, minimum or maximum is of the type of what it is taken over. */
export function summaryType(field: FieldMetadata, metadata: ProjectMetadata): SummaryType {
  const { summary } = field;
  if (summary === null || summary.summarizedField === null) return COUNT;
  const name = summary.summarizedField.toLowerCase();
  const own = metadata.objects
    .get(summary.childObject.toLowerCase())
    ?.fields.find((candidate) => candidate.name.toLowerCase() === name);
  if (own?.type === "Summary") return summaryType(own, metadata);
  if (own !== undefined && own.name.toLowerCase().endsWith("__c")) {
    const type = TYPES[own.type ?? ""] ?? "double";
    return { type, precision: own.precision ?? 0, scale: own.scale ?? 0 };
  }
  const standard = standardObjects()
    .find(summary.childObject)
    ?.fields.find((candidate) => candidate.name.toLowerCase() === name);
  if (standard === undefined) return COUNT;
  const { type, precision, scale } = standardFieldDetail(summary.childObject, standard);
  return { type, precision, scale };
}
