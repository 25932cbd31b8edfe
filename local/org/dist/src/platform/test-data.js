/** Records from the CSV text of a static resource: Test.loadData. */
import { ApexDate } from "../runtime/date.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { ApexDecimal } from "../runtime/decimal.js";
import { raise } from "../runtime/exception.js";
import { SObjectValue } from "../runtime/sobject.js";
export function loadedRecords(describe, csv) {
    const [header = [], ...rows] = csvRows(csv);
    const fields = header.map((name) => describe.fields.get(name.trim().toLowerCase()) ??
        raise("System.SObjectException", `Invalid field ${name} for ${describe.name}`));
    return rows.map((row) => {
        const record = new SObjectValue(describe);
        for (const [index, field] of fields.entries()) {
            const text = row[index] ?? "";
            if (text !== "" && field.type !== "id")
                record.values.set(field.name, valueOf(field, text));
        }
        return record;
    });
}
function valueOf(field, text) {
    switch (field.apexType) {
        case "Boolean":
            return text.toLowerCase() === "true";
        case "Integer":
            return Number(text);
        case "Decimal":
        case "Double":
            return ApexDecimal.parse(text);
        case "Long":
            return BigInt(text);
        case "Date":
            return ApexDate.parseIso(text);
        case "Datetime":
            return ApexDatetime.parseIso(text);
        case "String":
        case "Id":
        case "Time":
        case "Blob":
        case "Object":
        case "Address":
        case "Location":
            return text;
    }
}
/** RFC 4180: quoted fields may hold commas, quotes and line breaks. */
function csvRows(text) {
    const rows = [];
    let row = [];
    for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gu)) {
        row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        if (end === ",")
            continue;
        if (row.length > 1 || row[0] !== "")
            rows.push(row);
        row = [];
        if (end === "")
            break;
    }
    return rows;
}
