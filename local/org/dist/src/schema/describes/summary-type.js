import { standardFieldDetail } from "../standard/curated-objects.js";
import { standardObjects } from "../standard/standard-objects.js";
const COUNT = { type: "double", precision: 18, scale: 0 };
const TYPES = {
    Currency: "currency",
    Percent: "percent",
    Date: "date",
    DateTime: "datetime",
};
/** A count is a number; a sum, minimum or maximum is of the type of what it is taken over. */
export function summaryType(field, metadata) {
    const { summary } = field;
    if (summary === null || summary.summarizedField === null)
        return COUNT;
    const name = summary.summarizedField.toLowerCase();
    const own = metadata.objects
        .get(summary.childObject.toLowerCase())
        ?.fields.find((candidate) => candidate.name.toLowerCase() === name);
    if (own?.type === "Summary")
        return summaryType(own, metadata);
    if (own !== undefined && own.name.toLowerCase().endsWith("__c")) {
        const type = TYPES[own.type ?? ""] ?? "double";
        return { type, precision: own.precision ?? 0, scale: own.scale ?? 0 };
    }
    const standard = standardObjects()
        .find(summary.childObject)
        ?.fields.find((candidate) => candidate.name.toLowerCase() === name);
    if (standard === undefined)
        return COUNT;
    const { type, precision, scale } = standardFieldDetail(summary.childObject, standard);
    return { type, precision, scale };
}
