/** Rows of the set-up tables a new org has. Source: Object Reference, "OpportunityStage", "TaskStatus", "CaseStatus", "LeadStatus". */
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexTime } from "../runtime/time.ts";
import type { PicklistValue, Schema } from "../schema/schema.ts";
import { STAGE_MEANING } from "../schema/standard/curated/opportunity.ts";
import type { RowValues } from "./row.ts";

type Record = (object: string, keyField: string, values: RowValues) => string | undefined;

/** Statuses of tasks, cases and leads in which nothing is left to do. */
export const CLOSED_STATUSES: ReadonlySet<string> = new Set([
  "Completed",
  "Closed",
  "Closed - Converted",
  "Closed - Not Converted",
]);
const CONVERTED = "Closed - Converted";

/** By name, the key that Salesforce defines them under. Source: Object Reference, "UserLicense". */
const LICENSES = {
  Salesforce: "SFDC",
  "Salesforce Platform": "AUL",
  "Salesforce Integration": null,
  Identity: null,
} as const;
const LICENSED_USERS = 100;

/** Id of the license that standard profiles are of. */
export function seedLicenses(record: Record): string | undefined {
  const [standard] = Object.entries(LICENSES).map(([name, key]) =>
    record("UserLicense", "Name", {
      Name: name,
      MasterLabel: name,
      LicenseDefinitionKey: key,
      Status: "Active",
      TotalLicenses: LICENSED_USERS,
    }),
  );
  return standard;
}

const OF_STATUS = [
  ["TaskStatus", "Task"],
  ["CaseStatus", "Case"],
  ["LeadStatus", "Lead"],
] as const;

/** Priorities of tasks that count as high. Source: Object Reference, "TaskPriority", IsHighPriority. */
export const HIGH_PRIORITIES: ReadonlySet<string> = new Set(["High"]);

export function seedSetupRows(schema: Schema, record: Record): void {
  for (const [at, stage] of valuesOf(schema, "Opportunity", "StageName").entries())
    record("OpportunityStage", "MasterLabel", stageRow(stage, at + 1));
  for (const [table, object] of OF_STATUS)
    for (const [at, status] of valuesOf(schema, object, "Status").entries())
      record(table, "MasterLabel", {
        MasterLabel: status,
        ApiName: status,
        SortOrder: at + 1,
        IsDefault: at === 0,
        IsClosed: CLOSED_STATUSES.has(status),
        IsConverted: status === CONVERTED,
      });
  for (const [at, { value, isDefault }] of picklist(schema, "Task", "Priority").entries())
    record("TaskPriority", "MasterLabel", {
      MasterLabel: value,
      ApiName: value,
      SortOrder: at + 1,
      IsDefault: isDefault,
      IsHighPriority: HIGH_PRIORITIES.has(value),
    });
}

function stageRow(stage: string, order: number): RowValues {
  const meaning = STAGE_MEANING[stage];
  return {
    MasterLabel: stage,
    ApiName: stage,
    IsActive: true,
    SortOrder: order,
    IsClosed: meaning?.isClosed ?? false,
    IsWon: meaning?.isWon ?? false,
    DefaultProbability: ApexDecimal.ofInteger(meaning?.probability ?? 0),
    ForecastCategoryName: meaning?.forecastCategoryName ?? "Pipeline",
  };
}

/** Those of a new org: open day and night. */
export function newBusinessHours(): RowValues {
  const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
  const midnight = new ApexTime(0);
  return {
    Name: "Default",
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: "GMT",
    ...Object.fromEntries(
      days.flatMap((day) => [
        [`${day}StartTime`, midnight],
        [`${day}EndTime`, midnight],
      ]),
    ),
  };
}

function valuesOf(schema: Schema, object: string, field: string): readonly string[] {
  return picklist(schema, object, field).map(({ value }) => value);
}

function picklist(schema: Schema, object: string, field: string): readonly PicklistValue[] {
  return schema.object(object)?.fields.get(field.toLowerCase())?.picklistValues ?? [];
}
