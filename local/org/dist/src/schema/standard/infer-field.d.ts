import type { StandardFieldDetail } from "./curated-types.ts";
import type { StandardField } from "./standard-objects-types.ts";
/** The best that can be said of a field nobody curated, from its Apex type and its name. It is never required, nor unique. */
export declare function inferField(objectLabel: string, object: string, field: StandardField): StandardFieldDetail;
