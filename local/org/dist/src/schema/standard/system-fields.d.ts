import { type FieldDraft } from "./field-builders.ts";
/**
 * Fields that mean the same on every object that has them (Object Reference, "System Fields"). `Id`'s label is the object's:
 * "Account ID".
 */
export declare const SYSTEM_FIELDS: ReadonlyMap<string, FieldDraft>;
