/**
 * The organization-wide defaults of a new org, of the objects that are not Public Read/Write.
 * Source: Salesforce Help, "Default Organization-Wide Access Levels".
 */
export declare const DEFAULT_SHARING_MODELS: ReadonlyMap<string, string>;
