import { valueToJson } from "../record-to-json.js";
import { displayValue } from "./display-value.js";
export function uiRecord(record, user) {
    const { describe } = record;
    const fields = [];
    for (const [name, raw] of record.values) {
        const field = describe.fields.get(name.toLowerCase());
        const value = valueToJson(raw);
        fields.push([
            name,
            { value, displayValue: field === undefined ? null : displayValue(field, value, user) },
        ]);
    }
    for (const [name, parent] of record.parents) {
        const shown = parent === null ? null : uiRecord(parent, user);
        fields.push([name, { value: shown, displayValue: nameOf(parent) }]);
    }
    const stamp = (name) => valueToJson(record.values.get(name) ?? null);
    return {
        id: record.id,
        apiName: describe.name,
        lastModifiedDate: stamp("LastModifiedDate"),
        systemModstamp: stamp("SystemModstamp"),
        fields: Object.fromEntries(fields),
    };
}
function nameOf(record) {
    const name = record?.values.get(record.describe.nameField ?? "");
    return typeof name === "string" ? name : null;
}
