import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row } from "./row.ts";
/** The rows of one object with their indexes. Knows nothing of transactions: {@link RecordStore} keeps the undo log. */
export declare class Table {
    private readonly rowsById;
    private readonly indexes;
    private readonly indexedFields;
    /** Grows with every change, taken back or not: what was read at one version is good until the next. */
    version: number;
    constructor(describe: SObjectDescribe);
    get(id: string): Row | undefined;
    /** In the order of insertion, which is the order of ids. */
    rows(): Iterable<Row>;
    get size(): number;
    hasIndex(fieldName: string): boolean;
    /** Rows whose indexed field holds the key, deleted ones included. */
    find(fieldName: string, key: string): Iterable<Row>;
    /** Puts a row, takes one out (undefined), and answers what stood there. */
    replace(id: string, row: Row | undefined): Row | undefined;
    private refile;
}
