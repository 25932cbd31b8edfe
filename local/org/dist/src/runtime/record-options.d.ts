/** What `record.setOptions(options)` says of saving that record, whichever list it is saved in. */
import type { SObjectValue } from "./sobject.ts";
export interface RecordOptions {
    readonly allowFieldTruncation: boolean | null;
    readonly duplicateRuleHeader: {
        readonly allowSave: boolean | null;
    };
}
export declare function recordOptions(record: SObjectValue): RecordOptions | null;
export declare function setRecordOptions(record: SObjectValue, options: RecordOptions | null): void;
