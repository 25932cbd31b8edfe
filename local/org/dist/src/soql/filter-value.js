import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { ApexDouble } from "../runtime/double.js";
import { toId18 } from "../runtime/id.js";
import { ApexList } from "../runtime/list.js";
import { ApexSet } from "../runtime/set.js";
import { SObjectValue } from "../runtime/sobject.js";
import { ApexTime } from "../runtime/time.js";
import { localDay, startOfDay } from "./calendar.js";
import { comparable } from "./comparison-kind.js";
import { dateLiteralRange } from "./date-literal.js";
import { malformed, QueryError } from "./query-error.js";
/** @throws QueryError when the value is not of the operand's type. */
export function filterValue(value, compared, environment) {
    switch (value.kind) {
        case "null":
            return scalar(compared.kind === "boolean" ? false : null);
        case "boolean":
            if (compared.kind !== "boolean")
                throw wrongType(compared);
            return scalar(value.value);
        case "number":
            if (compared.kind !== "number")
                throw wrongType(compared);
            return scalar(comparable("number", ApexDecimal.parse(value.text)));
        case "string":
            return scalar(textValue(value.value, compared));
        case "date":
        case "datetime":
        case "time":
            return scalar(pointInTime(value, compared));
        case "dateLiteral":
            return dateRange(value.name, value.n, compared, environment);
        case "currency":
            if (compared.kind !== "number")
                throw wrongType(compared);
            return scalar(comparable("number", ApexDecimal.parse(value.amount)));
        case "bind":
            return scalar(bindValue(environment.binds[value.bind], compared));
        case "list":
        case "subquery":
            throw malformed(`bind variables only allowed in Apex code`);
    }
}
/** The elements of a bound List or Set; null for a bound single value. */
export function boundElements(bind) {
    const elements = bind instanceof ApexList ? bind.items : bind instanceof ApexSet ? bind.values : null;
    return elements;
}
/** A bound Apex value as the operand's kind compares. @throws QueryError when it is of another kind. */
export function bindValue(value, compared) {
    if (value === null || value === undefined)
        return compared.kind === "boolean" ? false : null;
    if (typeof value === "string")
        return textValue(value, compared);
    if (value instanceof SObjectValue)
        return bindValue(value.get("Id"), compared);
    if (compared.kind === "date" && value instanceof ApexDatetime)
        return value.dateGmt.days;
    if (compared.kind === "datetime" && value instanceof ApexDate)
        return value.epochMs;
    if (!isOfKind(value, compared.kind))
        throw wrongType(compared);
    return comparable(compared.kind, value);
}
function isOfKind(value, kind) {
    switch (kind) {
        case "number":
            return (typeof value === "number" ||
                typeof value === "bigint" ||
                value instanceof ApexDecimal ||
                value instanceof ApexDouble);
        case "boolean":
            return typeof value === "boolean";
        case "date":
            return value instanceof ApexDate;
        case "datetime":
            return value instanceof ApexDatetime;
        case "time":
            return value instanceof ApexTime;
        case "text":
        case "caseSensitiveText":
        case "id":
        case "multipicklist":
        case "unfilterable":
            return false;
    }
}
function scalar(value) {
    return { kind: "scalar", value };
}
function textValue(text, compared) {
    switch (compared.kind) {
        case "text":
        case "multipicklist":
            return text === "" ? null : text.toLowerCase();
        case "caseSensitiveText":
            return text === "" ? null : text;
        case "id": {
            if (text === "")
                return null;
            const id = toId18(text);
            if (id === null)
                throw new QueryError("INVALID_ID_FIELD", `invalid ID field: ${text}`);
            return id;
        }
        case "number":
        case "boolean":
        case "date":
        case "datetime":
        case "time":
        case "unfilterable":
            throw wrongType(compared);
    }
}
function pointInTime(value, compared) {
    if (value.kind !== compared.kind)
        throw wrongType(compared);
    const parsed = parsePointInTime(value);
    if (parsed === null)
        throw malformed(`Invalid ${value.kind}: ${value.text}`);
    return comparable(compared.kind, parsed);
}
function parsePointInTime(value) {
    if (value.kind === "date")
        return ApexDate.parseIso(value.text);
    if (value.kind === "datetime")
        return ApexDatetime.parseIso(value.text);
    const inDay = ApexDatetime.parseIso(`1970-01-01T${value.text}`);
    return inDay === null ? null : new ApexTime(inDay.epochMs);
}
function dateRange(name, n, compared, environment) {
    const range = dateLiteralRange(name, n, localDay(environment.now, environment.timeZone));
    if (range === undefined)
        throw malformed(`unexpected token: '${name}'`);
    if (compared.kind === "date")
        return { kind: "range", ...range };
    if (compared.kind !== "datetime")
        throw wrongType(compared);
    return {
        kind: "range",
        start: startOfDay(range.start, environment.timeZone),
        end: startOfDay(range.end, environment.timeZone),
    };
}
const TYPE_NAMES = {
    text: "string",
    caseSensitiveText: "string",
    multipicklist: "string",
    id: "string",
    number: "double",
    boolean: "boolean",
    date: "date",
    datetime: "dateTime",
    time: "time",
    unfilterable: "string",
};
function wrongType(compared) {
    const quotes = TYPE_NAMES[compared.kind] === "string"
        ? "should be enclosed in quotes"
        : "should not be enclosed in quotes";
    return new QueryError("INVALID_FIELD", `value of filter criterion for field '${compared.name}' must be of type ${TYPE_NAMES[compared.kind]} and ${quotes}`);
}
