/** What an opportunity's stage says of it. Source: Object Reference, "Opportunity", StageName: it "controls several other fields". */
import { ApexDecimal } from "../runtime/decimal.js";
import { STAGE_MEANING } from "../schema/standard/curated/opportunity.js";
import { storedText } from "../store/stored-text.js";
/** Probability and forecast category come with a new stage, unless the same save says otherwise. */
export function settleStage(describe, draft) {
    if (describe.name !== "Opportunity")
        return;
    const { values } = draft;
    const meaning = STAGE_MEANING[storedText(values["StageName"])];
    if (meaning === undefined)
        return;
    values["IsClosed"] = meaning.isClosed;
    values["IsWon"] = meaning.isWon;
    const before = draft.before?.values ?? {};
    const isNewStage = before["StageName"] !== values["StageName"];
    const follow = (name, value) => {
        const isSaidHere = (values[name] ?? null) !== (before[name] ?? null);
        if (isNewStage && !isSaidHere)
            values[name] = value;
    };
    follow("Probability", ApexDecimal.ofInteger(meaning.probability));
    follow("ForecastCategoryName", meaning.forecastCategoryName);
}
