/** System.JSONGenerator. Source: Apex Reference, "JSONGenerator Class"; the grammar it keeps is that of Jackson's generator. */
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { JsonWriter } from "../json/json-writer.js";
import { serializeInto } from "../json/serialize.js";
import { required } from "../required.js";
export class JsonGeneratorValue {
    #writer;
    isClosed = false;
    constructor(isPretty) {
        this.#writer = new JsonWriter(isPretty);
    }
    get text() {
        return this.#writer.text;
    }
    /** Open containers are closed too. */
    close() {
        if (this.isClosed)
            return;
        while (this.#writer.container !== undefined)
            this.#writer.end();
        this.isClosed = true;
    }
    start(kind) {
        this.#checkValue(`start an ${kind}`);
        this.#writer.start(kind);
    }
    end(kind) {
        this.#checkOpen();
        const open = this.#writer.container?.kind;
        if (open !== kind)
            refuse(`Current context not an ${kind === "object" ? "object" : "ARRAY"} but ${open === undefined ? "root" : open.toUpperCase()}`);
        this.#writer.end();
    }
    fieldName(name) {
        this.#checkOpen();
        const container = this.#writer.container;
        if (container?.kind !== "object" || container.isFieldOpen)
            refuse("Can not write a field name, expecting a value");
        this.#writer.fieldName(name);
    }
    /** Any value as JSON.serialize writes it. */
    value(value) {
        this.#checkValue("write value");
        serializeInto(this.#writer, value);
    }
    #checkOpen() {
        if (this.isClosed)
            refuse("JSONGenerator is closed");
    }
    #checkValue(what) {
        this.#checkOpen();
        const container = this.#writer.container;
        if (container?.kind === "object" && !container.isFieldOpen)
            refuse(`Can not ${what}, expecting field name`);
    }
}
function refuse(message) {
    return raise("System.JSONException", message);
}
/** `writeX(value)` and `writeXField(name, value)` of one kind of value; null is written as null. */
function writers(suffix) {
    return {
        [`write${suffix}`]: (generator, value) => generator.value(value),
        [`write${suffix}Field`]: (generator, name, value) => {
            generator.fieldName(required(name));
            generator.value(value);
        },
    };
}
export const jsonGeneratorBehaviour = platformType({
    type: "System.JSONGenerator",
    implementation: JsonGeneratorValue,
    methods: {
        ...["Blob", "Boolean", "Date", "DateTime", "Id", "Number", "Object", "String", "Time"]
            .map(writers)
            .reduce((all, table) => ({ ...all, ...table })),
        close: (generator) => generator.close(),
        getAsString: (generator) => {
            generator.close();
            return generator.text;
        },
        isClosed: (generator) => generator.isClosed,
        writeEndArray: (generator) => generator.end("array"),
        writeEndObject: (generator) => generator.end("object"),
        writeFieldName: (generator, name) => generator.fieldName(required(name)),
        writeNull: (generator) => generator.value(null),
        writeNullField: (generator, name) => {
            generator.fieldName(required(name));
            generator.value(null);
        },
        writeStartArray: (generator) => generator.start("array"),
        writeStartObject: (generator) => generator.start("object"),
    },
});
