/**
 * What an @AuraEnabled method gives back, as a component gets it: of objects the @AuraEnabled members only, of records the fields
 * they have, without `attributes`. Source: Lightning Web Components Developer Guide, "Call Apex Methods"; "AuraEnabled Annotation".
 */
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexException } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { ApexObject } from "../../runtime/object.js";
import { ApexSet } from "../../runtime/set.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { serialize } from "../../platform/json/serialize.js";
import { rawNumber } from "../json-text.js";
export function clientForm(value) {
    if (value instanceof ApexList)
        return value.items.map(clientForm);
    if (value instanceof ApexSet)
        return [...value.values].map(clientForm);
    if (value instanceof ApexMap) {
        return Object.fromEntries([...value.entries()].map(([key, item]) => [String(key), clientForm(item)]));
    }
    if (value instanceof SObjectValue)
        return recordForm(value);
    if (value instanceof ApexObject && !(value instanceof ApexException)) {
        return Object.fromEntries(auraEnabledFields(value.$class).map(({ name, key }) => [
            name,
            clientForm(Reflect.get(value, key) ?? null),
        ]));
    }
    if (value === null || typeof value === "string" || typeof value === "boolean")
        return value;
    if (value instanceof ApexDatetime)
        return value.toIso();
    const text = serialize(value, { isPretty: false, suppressApexObjectNulls: false });
    return text.startsWith('"') ? JSON.parse(text) : rawNumber(text);
}
/** Inherited members first. */
export function auraEnabledFields(definition) {
    const own = definition.fields.filter(({ annotations }) => annotations.some((name) => name.toLowerCase() === "auraenabled"));
    return [
        ...(definition.superclass === null ? [] : auraEnabledFields(definition.superclass)),
        ...own,
    ];
}
function recordForm(record) {
    const present = [...record.values, ...record.parents].filter(([, value]) => value !== null);
    return Object.fromEntries([
        ...present.map(([name, value]) => [name, clientForm(value)]),
        ...[...record.children].map(([name, list]) => [name, list.items.map(clientForm)]),
    ]);
}
