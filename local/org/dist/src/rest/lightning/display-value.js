/** What an org without multiple currencies counts in. */
const CURRENCY = "USD";
export function displayValue(field, value, user) {
    if (value === null || value === undefined)
        return null;
    const locale = user.locale.replace("_", "-");
    // Values come as the REST API writes them; a number of many digits is no JavaScript number.
    const text = typeof value === "string" ? value : JSON.stringify(value);
    switch (field.type) {
        case "picklist":
        case "combobox":
            return labelOf(field, text);
        case "multipicklist":
            return text
                .split(";")
                .map((each) => labelOf(field, each))
                .join("; ");
        case "currency":
            return new Intl.NumberFormat(locale, {
                style: "currency",
                currency: CURRENCY,
                minimumFractionDigits: field.scale,
                maximumFractionDigits: field.scale,
            }).format(Number(text));
        case "percent":
            return `${decimal(locale, field, text)}%`;
        case "double":
        case "int":
        case "long":
            return decimal(locale, field, text);
        case "date":
            return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`));
        case "datetime":
            return new Intl.DateTimeFormat(locale, {
                dateStyle: "short",
                timeStyle: "short",
                timeZone: user.timeZone,
            }).format(new Date(text.replace(/\+0000$/, "Z")));
        default:
            return null;
    }
}
function labelOf(field, value) {
    return field.picklistValues.find((each) => each.value === value)?.label ?? value;
}
function decimal(locale, field, text) {
    return new Intl.NumberFormat(locale, {
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
    }).format(Number(text));
}
