import { checkbox, datetime, lookup, text } from "./field-builders.js";
const READ_ONLY = { readOnly: true, filled: true };
/**
 * Fields that mean the same on every object that has them (Object Reference, "System Fields"). `Id`'s label is the object's:
 * "Account ID".
 */
export const SYSTEM_FIELDS = new Map([
    [
        "Id",
        {
            type: "id",
            length: 18,
            isCreateable: false,
            isUpdateable: false,
            isNillable: false,
            isDefaultedOnCreate: true,
        },
    ],
    ["IsDeleted", checkbox({ label: "Deleted", readOnly: true })],
    ["CreatedById", lookup({ ...READ_ONLY, label: "Created By ID", onDelete: "Restrict" })],
    ["CreatedDate", datetime(READ_ONLY)],
    [
        "LastModifiedById",
        lookup({ ...READ_ONLY, label: "Last Modified By ID", onDelete: "Restrict" }),
    ],
    ["LastModifiedDate", datetime(READ_ONLY)],
    ["SystemModstamp", datetime(READ_ONLY)],
    ["LastViewedDate", datetime({ readOnly: true })],
    ["LastReferencedDate", datetime({ readOnly: true })],
    ["MasterRecordId", lookup({ label: "Master Record ID", readOnly: true })],
    ["NamespacePrefix", text(15, { readOnly: true })],
    ["RecordTypeId", lookup({ label: "Record Type ID" })],
    [
        "CurrencyIsoCode",
        {
            type: "picklist",
            length: 3,
            label: "Currency ISO Code",
            isNillable: false,
            isDefaultedOnCreate: true,
            requires: "MultiCurrency",
        },
    ],
]);
