/** What an opportunity's stage says of it. Source: Object Reference, "Opportunity", StageName: it "controls several other fields". */
import { ApexDecimal } from "../runtime/decimal.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { STAGE_MEANING } from "../schema/standard/curated/opportunity.ts";
import { storedText } from "../store/stored-text.ts";
import type { StoredValue } from "../store/row.ts";
import type { Draft } from "./draft.ts";

/** Probability and forecast category come with a new stage, unless the same save says otherwise. */
export function settleStage(describe: SObjectDescribe, draft: Draft): void {
  if (describe.name !== "Opportunity") return;
  followStage(draft);
  draft.values["ForecastCategory"] = forecastCategory(describe, draft);
}

/** The category whose label the save leaves in ForecastCategoryName: Object Reference, "Opportunity", ForecastCategory. */
function forecastCategory(describe: SObjectDescribe, { values }: Draft): StoredValue {
  const name = values["ForecastCategoryName"] ?? null;
  const categories = describe.fields.get("ForecastCategory")?.picklistValues ?? [];
  return categories.find(({ label }) => label === name)?.value ?? null;
}

function followStage(draft: Draft): void {
  const { values } = draft;
  const meaning = STAGE_MEANING[storedText(values["StageName"])];
  if (meaning === undefined) return;
  values["IsClosed"] = meaning.isClosed;
  values["IsWon"] = meaning.isWon;
  const before = draft.before?.values ?? {};
  const isNewStage = before["StageName"] !== values["StageName"];
  const follow = (name: string, value: StoredValue): void => {
    const isSaidHere = (values[name] ?? null) !== (before[name] ?? null);
    if (isNewStage && !isSaidHere) values[name] = value;
  };
  follow("Probability", ApexDecimal.ofInteger(meaning.probability));
  follow("ForecastCategoryName", meaning.forecastCategoryName);
}
