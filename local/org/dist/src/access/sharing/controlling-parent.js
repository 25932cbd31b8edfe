import { ALL, EDIT, NO_ACCESS, READ } from "./access-level.js";
/** "Whether he or she can perform that same action on the record associated with it": Help, "Organization-Wide Default Access Settings". */
function sameAction(parent) {
    return parent;
}
/** "Users with at least Read/Write access to the master record can create, edit, or delete related detail records": Help, "Relationship Considerations". */
function writeNeedsEdit(parent) {
    return parent >= EDIT ? ALL : parent;
}
/** The same with `writeRequiresMasterRead`. Source: Metadata API Developer Guide, "CustomField". */
function writeNeedsRead(parent) {
    return parent >= READ ? ALL : NO_ACCESS;
}
/** What belongs to a record of another object and has no sharing of its own. Source: Object Reference, each object's "Special Access Rules". */
const PARTS = new Map([
    ["AccountContactRelation", "AccountId"],
    ["AccountContactRole", "AccountId"],
    ["Attachment", "ParentId"],
    ["CampaignMember", "CampaignId"],
    ["CaseComment", "ParentId"],
    ["Note", "ParentId"],
    ["OpportunityContactRole", "OpportunityId"],
    ["OpportunityLineItem", "OpportunityId"],
    ["OrderItem", "OrderId"],
]);
/** The lookup of the standard objects that can be Controlled by Parent. */
const CONTROLLED = new Map([
    ["Asset", "AccountId"],
    ["Contact", "AccountId"],
    ["Contract", "AccountId"],
    ["Order", "AccountId"],
]);
/**
 * Empty for an object with access of its own. A detail of two masters needs both.
 * Source: Salesforce Help, "Relationship Considerations", Many-to-Many.
 */
export function controllingParents(schema, describe) {
    const masters = [...describe.fields.values()].filter((field) => field.relationship === "masterDetail");
    if (masters.length > 0 && describe.isCustom) {
        return masters.map((field) => ({
            field: field.name,
            follows: field.writeRequiresMasterRead ? writeNeedsRead : writeNeedsEdit,
        }));
    }
    const part = PARTS.get(describe.name);
    if (part !== undefined)
        return [{ field: part, follows: writeNeedsEdit }];
    if (describe.sharingModel === "ControlledByParent") {
        const field = CONTROLLED.get(describe.name);
        if (field !== undefined)
            return [{ field, follows: sameAction }];
    }
    return companionParents(schema, describe);
}
/** History and feed are read by whoever reads the record; shares are given and taken by who may share it. */
function companionParents(schema, describe) {
    if (describe.kind !== "history" && describe.kind !== "feed" && describe.kind !== "share")
        return [];
    const suffix = { history: "History", feed: "Feed", share: "Share" }[describe.kind];
    const field = describe.fields.has("parentid")
        ? "ParentId"
        : `${describe.name.replace(new RegExp(`${suffix}$`, "u"), "")}Id`;
    return describe.fields.has(field.toLowerCase()) && schema.object(describe.name) !== undefined
        ? [{ field, follows: sameAction }]
        : [];
}
