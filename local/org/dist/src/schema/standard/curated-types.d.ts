import type { FieldType, PicklistValue } from "../schema.ts";
/** What a field is beyond its Apex type: what the stubs do not tell and a describe does. */
export interface StandardFieldDetail {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    /** Characters of a text field, 18 of an id; 0 where length has no meaning. */
    readonly length: number;
    /** Digits in all and after the point of a number; 0 where they have no meaning. */
    readonly precision: number;
    readonly scale: number;
    /** A create without a value fails with REQUIRED_FIELD_MISSING. */
    readonly isRequired: boolean;
    readonly isNillable: boolean;
    /** The platform or the default fills it when a create leaves it out. */
    readonly isDefaultedOnCreate: boolean;
    readonly isUnique: boolean;
    readonly isCreateable: boolean;
    readonly isUpdateable: boolean;
    /** As formula text: `false`, `"Draft"`, `0`; null without one. A picklist's default is also marked among its values. */
    readonly defaultValue: string | null;
    readonly picklistValues: readonly PicklistValue[];
    readonly isRestrictedPicklist: boolean;
    /** The compound field it is a part of: BillingCity → BillingAddress, LastName → Name of a person. */
    readonly compoundField: string | null;
    /** "{00000000}", of a field the platform numbers. */
    readonly autoNumberFormat: string | null;
    /** What deleting the record it points to does; null unless it is a lookup. */
    readonly deleteConstraint: "Cascade" | "Restrict" | "SetNull" | null;
    /** The org feature without which there is no such field; null for a field every org has. */
    readonly requires: OrgFeature | null;
}
/**
 * What adds fields to standard objects when it is switched on; "OptionalProductFeatures" is whatever else the org did not start with,
 * mostly the industry clouds.
 */
export type OrgFeature = "PersonAccounts" | "MultiCurrency" | "StateAndCountryPicklists" | "Divisions" | "Communities" | "OptionalProductFeatures";
/** What an object is beyond its fields. */
export interface StandardObjectDetail {
    readonly name: string;
    readonly label: string;
    readonly labelPlural: string;
    /** Three characters; null where the object's records have no ids, or where it is not documented. */
    readonly keyPrefix: string | null;
    readonly nameField: string | null;
    readonly isCreateable: boolean;
    readonly isUpdateable: boolean;
    readonly isDeletable: boolean;
    readonly isQueryable: boolean;
    /** Deleted records go to the recycle bin. */
    readonly isUndeletable: boolean;
    /** Cannot be written in one transaction with an object that is none (MIXED_DML_OPERATION). */
    readonly isSetupObject: boolean;
    /** The curated fields; the object's other fields are inferred from their Apex type and name. */
    readonly fields: readonly StandardFieldDetail[];
}
