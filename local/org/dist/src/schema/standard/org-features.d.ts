import type { OrgFeature } from "./curated-types.ts";
/** The feature a standard field comes with; null when every org has it. The stubs list the fields of all features at once. */
export declare function featureOf(object: string, field: string): OrgFeature | null;
/** null when every org has the object. */
export declare function featureOfObject(object: string): OrgFeature | null;
