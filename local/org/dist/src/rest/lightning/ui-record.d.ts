/** A record as the User Interface API shows it. Source: User Interface API Developer Guide, "Record", "Field Value". */
import type { RunningUser } from "../../runtime/host.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
export interface UiRecord {
    readonly id: string | null;
    readonly apiName: string;
    readonly lastModifiedDate: unknown;
    readonly systemModstamp: unknown;
    readonly fields: Readonly<Record<string, {
        readonly value: unknown;
        readonly displayValue: string | null;
    }>>;
}
export declare function uiRecord(record: SObjectValue, user: Pick<RunningUser, "locale" | "timeZone">): UiRecord;
