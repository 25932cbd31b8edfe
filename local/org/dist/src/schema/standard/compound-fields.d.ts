import { type FieldDraft } from "./field-builders.ts";
type Fields = Readonly<Record<string, FieldDraft>>;
/** An address and its parts: Object Reference, "Address Compound Fields". The compound field itself cannot be written. */
export declare function address(prefix: "" | "Billing" | "Shipping" | "Mailing" | "Other"): Fields;
/** The name of a person, put together by the platform: Object Reference, "Name" of Contact. */
export declare function personName(label?: string): Fields;
export declare const SALUTATION: Fields;
/** Set by the platform when a task is completed or an event is held. */
export declare const LAST_ACTIVITY: Fields;
export {};
