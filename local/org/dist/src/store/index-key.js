import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
/** Fields worth an index: those that find one record (unique, external and lookup ids) and those that find children. */
export function isIndexed(field) {
    return field.isUnique || field.isExternalId || field.isIdLookup || field.relationship !== null;
}
/**
 * The value under which an index files a row: texts fold their case unless the field is case-sensitive. Null values are not filed.
 */
export function indexKey(field, value) {
    if (value === null || value === undefined)
        return undefined;
    if (typeof value === "string")
        return foldsCase(field) ? value.toLowerCase() : value;
    if (value instanceof ApexDecimal)
        return value.stripTrailingZeros().toPlainString();
    if (value instanceof ApexDouble)
        return ApexDecimal.ofDouble(value.value).stripTrailingZeros().toPlainString();
    return typeof value === "object" ? undefined : String(value);
}
/** Whether two texts of this field that differ in case only are the same value to queries and unique checks. */
export function foldsCase(field) {
    return field.type !== "id" && field.type !== "reference" && !field.isCaseSensitive;
}
