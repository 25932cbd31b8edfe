/** An object's own file, which may hold all its parts, and the files of a decomposed one. */
import { readFileSync } from "node:fs";
import { readField } from "./custom-field.ts";
import {
  readFieldSet,
  readObjectSettings,
  readRecordType,
  readValidationRule,
} from "./custom-object.ts";
import { objectMetadata, type ObjectMetadata, type ProjectMetadata } from "./project-metadata.ts";
import type { SourceName } from "./source-name.ts";
import { readXml, type XmlElement } from "./xml.ts";

interface Part {
  readonly root: string;
  /** The element for it in a file that is not decomposed. */
  readonly element: string;
  readonly add: (object: ObjectMetadata, part: XmlElement, name: string) => void;
}

const PARTS: Readonly<Record<string, Part>> = {
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
  listView: {
    root: "ListView",
    element: "listViews",
    add: (object, part, developerName) =>
      object.listViews.push({ developerName, label: part.text("label") ?? developerName }),
  },
  sharingReason: {
    root: "SharingReason",
    element: "sharingReasons",
    add: (object, part, name) =>
      object.sharingReasons.push({ name, label: part.text("label") ?? name }),
  },
};

export function readObject(
  root: XmlElement,
  source: SourceName,
  metadata: ProjectMetadata,
  file: string,
): void {
  const object = objectMetadata(metadata, source.name, file);
  object.settings = readObjectSettings(root);
  for (const { element, add } of Object.values(PARTS)) {
    for (const part of root.children(element)) {
      add(object, part, part.text("fullName") ?? "");
    }
  }
}

export function isObjectPart(source: SourceName): source is SourceName & { object: string } {
  return source.object !== null && source.suffix in PARTS;
}

export function readObjectPart(
  source: SourceName & { readonly object: string },
  metadata: ProjectMetadata,
  file: string,
): void {
  const part = PARTS[source.suffix];
  if (part === undefined) return;
  const read = readXml(file, readFileSync(file, "utf8"), part.root);
  if ("error" in read) {
    metadata.diagnostics.push(read.error);
    return;
  }
  part.add(objectMetadata(metadata, source.object, file), read.element, source.name);
}
