/** CustomObject and what belongs to it, in one file or decomposed: Metadata API Developer Guide, "CustomObject". */
import type { FieldSetDescribe, RecordTypeDescribe, ValidationRule } from "../schema.ts";
import { type FieldMetadata } from "./custom-field.ts";
import type { XmlElement } from "./xml.ts";
/** What an object's own file says; its parts are collected beside it. */
export interface ObjectSettings {
    readonly label: string | null;
    readonly labelPlural: string | null;
    readonly nameField: FieldMetadata | null;
    readonly customSettingsType: "List" | "Hierarchy" | null;
    readonly publishBehavior: "PublishAfterCommit" | "PublishImmediately";
    readonly sharingModel: string | null;
    readonly isHistoryTracked: boolean;
    readonly hasActivities: boolean;
    readonly hasFeeds: boolean;
}
export declare function readObjectSettings(object: XmlElement): ObjectSettings;
export declare function readRecordType(recordType: XmlElement, name: string): RecordTypeDescribe;
export declare function readFieldSet(fieldSet: XmlElement, name: string): FieldSetDescribe;
export declare function readValidationRule(rule: XmlElement, name: string): ValidationRule;
