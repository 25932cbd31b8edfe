/** Rows of the set-up tables a new org has. Source: Object Reference, "OpportunityStage", "TaskStatus", "CaseStatus", "LeadStatus". */
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexTime } from "../runtime/time.js";
import { STAGE_MEANING } from "../schema/standard/curated/opportunity.js";
const CLOSED = new Set(["Completed", "Closed", "Closed - Converted", "Closed - Not Converted"]);
const CONVERTED = "Closed - Converted";
const LICENSES = ["Salesforce", "Salesforce Platform", "Salesforce Integration", "Identity"];
const OF_STATUS = [
    ["TaskStatus", "Task"],
    ["CaseStatus", "Case"],
    ["LeadStatus", "Lead"],
];
export function seedSetupRows(schema, record) {
    for (const [at, stage] of valuesOf(schema, "Opportunity", "StageName").entries())
        record("OpportunityStage", "MasterLabel", stageRow(stage, at + 1));
    for (const [table, object] of OF_STATUS)
        for (const [at, status] of valuesOf(schema, object, "Status").entries())
            record(table, "MasterLabel", {
                MasterLabel: status,
                ApiName: status,
                SortOrder: at + 1,
                IsDefault: at === 0,
                IsClosed: CLOSED.has(status),
                IsConverted: status === CONVERTED,
            });
    for (const name of LICENSES)
        record("UserLicense", "Name", { Name: name, MasterLabel: name, Status: "Active" });
    record("BusinessHours", "Name", businessHours());
}
function stageRow(stage, order) {
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
function businessHours() {
    const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
    const midnight = new ApexTime(0);
    return {
        Name: "Default",
        IsActive: true,
        IsDefault: true,
        TimeZoneSidKey: "GMT",
        ...Object.fromEntries(days.flatMap((day) => [
            [`${day}StartTime`, midnight],
            [`${day}EndTime`, midnight],
        ])),
    };
}
function valuesOf(schema, object, field) {
    const known = schema.object(object)?.fields.get(field.toLowerCase());
    return (known?.picklistValues ?? []).map(({ value }) => value);
}
