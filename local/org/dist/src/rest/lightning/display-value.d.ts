/**
 * A field's value as a person reads it: in the language of their locale, at the clock of their zone; null where the value says
 * enough. Source: User Interface API Developer Guide, "Field Value".
 */
import type { RunningUser } from "../../runtime/host.ts";
import type { FieldDescribe } from "../../schema/schema.ts";
export declare function displayValue(field: FieldDescribe, value: unknown, user: Pick<RunningUser, "locale" | "timeZone">): string | null;
