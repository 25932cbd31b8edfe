/** What a query asked to be shown, and in which order: records in memory always carry their id, and keep fields, parents and children apart. */
import type { Query } from "../syntax/query.ts";
export interface ShownFields {
    /** By lower-cased field or relationship name, in the order of the query. */
    readonly names: ReadonlyMap<string, ShownFields>;
    /** FIELDS(ALL) and its kin: whatever the record has. */
    readonly isOpen: boolean;
}
/** Everything a record has, in its own order. */
export declare const ALL_FIELDS: ShownFields;
export declare function shownFields(query: Query<unknown>): ShownFields;
