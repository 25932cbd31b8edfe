/**
 * The organization-wide defaults of a new org, of the objects that are not Public Read/Write.
 * Source: Salesforce Help, "Default Organization-Wide Access Levels".
 */
export const DEFAULT_SHARING_MODELS = new Map([
    ["Asset", "ControlledByParent"],
    ["Campaign", "FullAccess"],
    ["Case", "ReadWriteTransfer"],
    ["Contact", "ControlledByParent"],
    ["Event", "Private"],
    ["Lead", "ReadWriteTransfer"],
    ["Opportunity", "Read"],
    ["Order", "ControlledByParent"],
    ["ServiceContract", "Private"],
    ["Task", "Private"],
]);
