import type { StandardFieldDetail, StandardObjectDetail } from "./curated-types.ts";
import type { StandardField } from "./standard-objects-types.ts";
/** The objects whose detail is curated. */
export declare function curatedObjects(): readonly StandardObjectDetail[];
/** Case-insensitive; undefined for the objects nobody curated. */
export declare function curatedObject(name: string): StandardObjectDetail | undefined;
/**
 * A standard field's detail: curated, or inferred from its Apex type and name. A field that a curated object has only in some orgs names
 * the feature it takes.
 */
export declare function standardFieldDetail(object: string, field: StandardField): StandardFieldDetail;
