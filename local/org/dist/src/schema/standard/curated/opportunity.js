import { LAST_ACTIVITY } from "../compound-fields.js";
import { curate } from "../curate.js";
import { checkbox, currency, date, datetime, double, integer, lookup, owner, percent, picklist, text, textArea, } from "../field-builders.js";
import { ACCOUNT_SOURCES } from "../standard-value-sets.js";
/** The stages a new org starts with; what each means for probability, forecast, closed and won is {@link STAGE_MEANING}. */
const STAGES = [
    "Prospecting",
    "Qualification",
    "Needs Analysis",
    "Value Proposition",
    "Id. Decision Makers",
    "Perception Analysis",
    "Proposal/Price Quote",
    "Negotiation/Review",
    "Closed Won",
    "Closed Lost",
];
/** OpportunityStage records of a new org (Object Reference, "OpportunityStage"): the platform fills these fields from the stage. */
export const STAGE_MEANING = {
    Prospecting: open(10, "Pipeline"),
    Qualification: open(10, "Pipeline"),
    "Needs Analysis": open(20, "Pipeline"),
    "Value Proposition": open(50, "Pipeline"),
    "Id. Decision Makers": open(60, "Pipeline"),
    "Perception Analysis": open(70, "Pipeline"),
    "Proposal/Price Quote": open(75, "Best Case"),
    "Negotiation/Review": open(90, "Commit"),
    "Closed Won": { probability: 100, forecastCategoryName: "Closed", isClosed: true, isWon: true },
    "Closed Lost": { probability: 0, forecastCategoryName: "Omitted", isClosed: true, isWon: false },
};
function open(probability, forecastCategoryName) {
    return { probability, forecastCategoryName, isClosed: false, isWon: false };
}
export const opportunity = curate({
    name: "Opportunity",
    labelPlural: "Opportunities",
    keyPrefix: "006",
    fields: {
        AccountId: lookup({ onDelete: "Cascade" }),
        IsPrivate: checkbox({ label: "Private" }),
        Name: text(120, { required: true }),
        Description: textArea(32_000),
        StageName: picklist(STAGES, { label: "Stage", required: true }),
        Amount: currency(),
        Probability: percent(3, 0, { label: "Probability (%)" }),
        ExpectedRevenue: currency({ label: "Expected Amount", readOnly: true }),
        TotalOpportunityQuantity: double(18, 2, { label: "Quantity" }),
        CloseDate: date({ required: true }),
        Type: picklist([
            "Existing Customer - Upgrade",
            "Existing Customer - Replacement",
            "Existing Customer - Downgrade",
            "New Customer",
        ], { label: "Opportunity Type" }),
        NextStep: text(255),
        LeadSource: picklist(ACCOUNT_SOURCES),
        IsClosed: checkbox({ label: "Closed", readOnly: true }),
        IsWon: checkbox({ label: "Won", readOnly: true }),
        ForecastCategory: picklist([
            "Omitted",
            "Pipeline",
            "BestCase=Best Case",
            "MostLikely=Most Likely",
            "Forecast=Commit",
            "Closed",
        ], { length: 40, readOnly: true, filled: true, restricted: true }),
        ForecastCategoryName: picklist(["Omitted", "Pipeline", "Best Case", "Commit", "Closed"], {
            label: "Forecast Category",
            restricted: true,
        }),
        CampaignId: lookup(),
        HasOpportunityLineItem: checkbox({ label: "Has Line Item", readOnly: true }),
        Pricebook2Id: lookup({ label: "Price Book ID" }),
        OwnerId: owner(),
        ...LAST_ACTIVITY,
        PushCount: integer(9, { readOnly: true }),
        LastStageChangeDate: datetime({ readOnly: true }),
        FiscalQuarter: integer(9, { readOnly: true }),
        FiscalYear: integer(9, { readOnly: true }),
        Fiscal: text(6, { label: "Fiscal Period", readOnly: true }),
        ContactId: lookup({ createOnly: true }),
        HasOpenActivity: checkbox({ readOnly: true }),
        HasOverdueTask: checkbox({ readOnly: true }),
        LastAmountChangedHistoryId: lookup({ label: "Opportunity History ID", readOnly: true }),
        LastCloseDateChangedHistoryId: lookup({ label: "Opportunity History ID", readOnly: true }),
    },
});
