import { definitionRows } from "./definition-rows.js";
import { mintedNumber, mintId } from "./record-id.js";
import { Table } from "./table.js";
/**
 * The org's records, in memory. Every write is logged, so that a savepoint, a transaction or a whole test can be taken back without
 * copying anything. Ids are not taken back: as on the platform, a rolled back insert has spent its id.
 */
export class RecordStore {
    schema;
    tables = new Map();
    counters = new Map();
    undoLog = [];
    constructor(schema) {
        this.schema = schema;
    }
    /** @throws Error for an object the schema does not know: callers have resolved names before. */
    table(object) {
        const known = this.tables.get(object);
        if (known !== undefined)
            return known;
        const table = new Table(this.describe(object));
        this.tables.set(object, table);
        // The schema as records is not stored: it is made when somebody first asks for it.
        for (const row of definitionRows(this.schema, object))
            table.replace(row.id, row);
        return table;
    }
    /** The table of an object that has had rows; undefined saves the describe of one that never had. */
    existingTable(object) {
        return this.tables.get(object);
    }
    /** Rows whose indexed field holds the key; none of an object that never had a row. */
    rowsBy(object, field, key) {
        return this.tables.get(object)?.find(field, key) ?? [];
    }
    rowsOf(object) {
        return this.tables.get(object)?.rows() ?? [];
    }
    /** Grows with every change of these objects' rows. */
    versionOf(objects) {
        let version = 0;
        for (const object of objects)
            version += this.tables.get(object)?.version ?? 0;
        return version;
    }
    get(object, id) {
        return this.table(object).get(id);
    }
    /** The row behind an id of any object, found by its key prefix. */
    find(id) {
        const describe = this.schema.objectByKeyPrefix(id.slice(0, 3));
        return describe === undefined ? undefined : this.get(describe.name, id);
    }
    mint(object) {
        const number = this.count(`id ${object}`);
        return mintId(this.describe(object).keyPrefix ?? "000", number);
    }
    /** The next number of a named sequence, from 1: auto-number fields, replay ids. Not taken back by a rollback. */
    count(sequence) {
        const next = (this.counters.get(sequence) ?? 0) + 1;
        this.counters.set(sequence, next);
        return next;
    }
    /** Makes sure that the next number of a sequence is above this one. */
    countedUpTo(sequence, number) {
        if (number > (this.counters.get(sequence) ?? 0))
            this.counters.set(sequence, number);
    }
    /** The last numbers given, by sequence. */
    get sequences() {
        return this.counters;
    }
    put(row) {
        const before = this.table(row.object).replace(row.id, row);
        this.undoLog.push({ object: row.object, id: row.id, before });
    }
    /** Takes a row out for good, past the recycle bin. */
    purge(object, id) {
        const before = this.table(object).replace(id, undefined);
        if (before !== undefined)
            this.undoLog.push({ object, id, before });
    }
    /** Takes a row out of the recycle bin; ALL ROWS finds it until the platform's own clean-up, which this org does not wait for. */
    erase(row) {
        this.put({ ...row, isErased: true });
    }
    /** Puts a row that is already durable, outside the undo log: at start. */
    load(row) {
        this.table(row.object).replace(row.id, row);
        const number = mintedNumber(row.id);
        if (number !== undefined)
            this.countedUpTo(`id ${row.object}`, number);
    }
    mark() {
        return this.undoLog.length;
    }
    rollbackTo(mark) {
        for (let index = this.undoLog.length - 1; index >= mark; index -= 1) {
            const entry = this.undoLog[index];
            if (entry !== undefined)
                this.table(entry.object).replace(entry.id, entry.before);
        }
        this.undoLog.length = Math.min(this.undoLog.length, mark);
    }
    /** What changed since a mark, each id once, in the order of first change. */
    changesSince(mark) {
        const changes = new Map();
        for (const { object, id } of this.undoLog.slice(mark)) {
            changes.set(`${object} ${id}`, { object, id, row: this.get(object, id) });
        }
        return [...changes.values()];
    }
    /** Makes everything since the mark final and forgets how to undo it. */
    forgetUndo() {
        this.undoLog = [];
    }
    describe(object) {
        const describe = this.schema.object(object);
        if (describe === undefined)
            throw new Error(`no such object: ${object}`);
        return describe;
    }
}
