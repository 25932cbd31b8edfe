import type { FieldApexType } from "./schema.ts";
/** A field's type as Salesforce's messages about JSON name it: in Apex's JSON.deserialize and in the REST API alike. */
export declare const JSON_KINDS: Readonly<Record<FieldApexType, string>>;
