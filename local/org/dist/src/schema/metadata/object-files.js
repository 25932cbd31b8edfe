/** An object's own file, which may hold all its parts, and the files of a decomposed one. */
import { readFileSync } from "node:fs";
import { readField } from "./custom-field.js";
import { readFieldSet, readObjectSettings, readRecordType, readValidationRule, } from "./custom-object.js";
import { objectMetadata } from "./project-metadata.js";
import { readXml } from "./xml.js";
const PARTS = {
    field: {
        root: "CustomField",
        element: "fields",
        add: (object, part, name) => object.fields.push(readField(part, name)),
    },
    recordType: {
        root: "RecordType",
        element: "recordTypes",
        add: (object, part, name) => object.recordTypes.push(readRecordType(part, name)),
    },
    fieldSet: {
        root: "FieldSet",
        element: "fieldSets",
        add: (object, part, name) => object.fieldSets.push(readFieldSet(part, name)),
    },
    validationRule: {
        root: "ValidationRule",
        element: "validationRules",
        add: (object, part, name) => object.validationRules.push(readValidationRule(part, name)),
    },
    sharingReason: {
        root: "SharingReason",
        element: "sharingReasons",
        add: (object, _, name) => object.sharingReasons.push(name),
    },
};
export function readObject(root, source, metadata, file) {
    const object = objectMetadata(metadata, source.name, file);
    object.settings = readObjectSettings(root);
    for (const { element, add } of Object.values(PARTS)) {
        for (const part of root.children(element)) {
            add(object, part, part.text("fullName") ?? "");
        }
    }
}
export function isObjectPart(source) {
    return source.object !== null && source.suffix in PARTS;
}
export function readObjectPart(source, metadata, file) {
    const part = PARTS[source.suffix];
    if (part === undefined)
        return;
    const read = readXml(file, readFileSync(file, "utf8"), part.root);
    if ("error" in read) {
        metadata.diagnostics.push(read.error);
        return;
    }
    part.add(objectMetadata(metadata, source.object, file), read.element, source.name);
}
