/**
 * Apex values as JSON. Source: Apex Reference, "JSON Class". Orders as observed on the platform: a class's fields by name, last first,
 * those of its superclass before them; a map's entries from the last put to the first; a record's fields as they were set.
 */
import { ApexBlob } from "../../runtime/blob.js";
import { ApexDate } from "../../runtime/date.js";
import { ApexDatetime } from "../../runtime/datetime.js";
import { ApexDecimal } from "../../runtime/decimal.js";
import { ApexDouble } from "../../runtime/double.js";
import { ApexEnum } from "../../runtime/enum.js";
import { ApexException } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { ApexObject } from "../../runtime/object.js";
import { platformTypeOf } from "../../runtime/platform-classes.js";
import { runtimeTypeOf } from "../../runtime/runtime-type-of.js";
import { ApexSet } from "../../runtime/set.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { concatText } from "../../runtime/text.js";
import { ApexTime } from "../../runtime/time.js";
import { TypeValue } from "../../runtime/type-value.js";
import { typeName } from "../../runtime/type.js";
import { refuseJson } from "./json-error.js";
import { JsonWriter } from "./json-writer.js";
import { writeRecord } from "./serialize-record.js";
import { JsonFields, jsonFormOf } from "./platform-forms.js";
export function serialize(value, options) {
    const writer = new JsonWriter(options.isPretty);
    new Serialization(writer, options.suppressApexObjectNulls).value(value);
    return writer.text;
}
/** Writes into a document that somebody else began. */
export function serializeInto(writer, value) {
    new Serialization(writer, false).value(value);
}
export class Serialization {
    writer;
    #suppressesNulls;
    /** Containers being written, to stop at one inside itself. */
    #active = new Set();
    constructor(writer, suppressesNulls) {
        this.writer = writer;
        this.#suppressesNulls = suppressesNulls;
    }
    value(value) {
        if (value === null || value === undefined)
            this.writer.raw("null");
        else if (typeof value === "string")
            this.writer.string(value);
        else if (typeof value === "object")
            this.#object(value);
        else if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
            this.writer.raw(String(value));
        else
            throw new Error(`No Apex value: ${typeof value}`);
    }
    #object(value) {
        const scalar = scalarText(value);
        if (scalar !== null) {
            if (scalar.isString)
                this.writer.string(scalar.text);
            else
                this.writer.raw(scalar.text);
            return;
        }
        if (this.#active.has(value))
            refuseJson("Direct self-reference leading to cycle");
        this.#active.add(value);
        this.#container(value);
        this.#active.delete(value);
    }
    #container(value) {
        if (value instanceof ApexList)
            this.array(value.items);
        else if (value instanceof ApexSet)
            this.array(value.values);
        else if (value instanceof ApexMap)
            this.#map(value);
        else if (value instanceof SObjectValue)
            writeRecord(value, this);
        else if (value instanceof JsonFields)
            this.#fields(value);
        else if (Array.isArray(value))
            this.array(value);
        else if (value instanceof ApexObject && !(value instanceof ApexException))
            this.#projectObject(value);
        else
            this.#platformValue(value);
    }
    #platformValue(value) {
        const form = jsonFormOf(platformTypeOf(value) ?? "");
        if (form === undefined)
            refuseJson(`Apex Type unsupported in JSON: ${typeName(runtimeTypeOf(value))}`);
        this.value(form.write(value));
    }
    array(items) {
        this.writer.start("array");
        for (const item of items)
            this.value(item);
        this.writer.end();
    }
    #map(map) {
        this.writer.start("object");
        for (const [key, value] of [...map.entries()].reverse()) {
            this.writer.fieldName(keyText(key));
            this.value(value);
        }
        this.writer.end();
    }
    #fields({ entries }) {
        this.writer.start("object");
        for (const [name, value] of entries) {
            this.writer.fieldName(name);
            this.value(value);
        }
        this.writer.end();
    }
    #projectObject(object) {
        this.writer.start("object");
        for (const field of serializedFields(object.$class)) {
            const value = Reflect.get(object, field.key);
            if (this.#suppressesNulls && (value === null || value === undefined))
                continue;
            this.writer.fieldName(field.name);
            this.value(value);
        }
        this.writer.end();
    }
}
const fieldsByClass = new WeakMap();
/** Of the superclass first; each class's by name from Z to A. Transient ones and properties without a getter are left out. */
function serializedFields(of) {
    let fields = fieldsByClass.get(of);
    if (fields === undefined) {
        const own = of.fields
            .filter((field) => !field.isTransient && field.isReadable)
            .sort((a, b) => compareNames(b.name, a.name));
        fields = [...(of.superclass === null ? [] : serializedFields(of.superclass)), ...own];
        fieldsByClass.set(of, fields);
    }
    return fields;
}
function compareNames(a, b) {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
}
function scalarText(value) {
    if (value instanceof ApexDecimal || value instanceof ApexDouble)
        return { text: value.toString(), isString: false };
    if (value instanceof ApexDate || value instanceof ApexDatetime)
        return string(value.toIso());
    if (value instanceof ApexTime)
        return string(value.toString());
    if (value instanceof ApexBlob)
        return string(Buffer.from(value.bytes).toString("base64"));
    if (value instanceof ApexEnum)
        return string(value.name);
    return value instanceof TypeValue ? string(value.name) : null;
}
function string(text) {
    return { text, isString: true };
}
function keyText(key) {
    if (key === null || key === undefined)
        return refuseJson("Null key for a Map not allowed in JSON (use a converting NullKeySerializer?)");
    if (key instanceof ApexDate || key instanceof ApexDatetime)
        return key.toIso();
    return concatText(key);
}
