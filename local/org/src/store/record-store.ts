import type { Schema, SObjectDescribe } from "../schema/schema.ts";
import { definitionRows, isDefinition } from "./definition-rows.ts";
import { mintedNumber, mintId } from "./record-id.ts";
import type { Row } from "./row.ts";
import { Table } from "./table.ts";

/** What stood under an id before a write. */
interface UndoEntry {
  readonly object: string;
  readonly id: string;
  readonly before: Row | undefined;
}

/** A place in the undo log to go back to. Valid until the log is cut below it by a rollback or a commit. */
export type StoreMark = number;

/** One id's state after a commit; `row` is undefined when it is gone for good. */
export interface CommittedChange {
  readonly object: string;
  readonly id: string;
  readonly row: Row | undefined;
}

/**
 * The org's records, in memory. Every write is logged, so that a savepoint, a transaction or a whole test can be taken back without
 * copying anything. Ids are not taken back: as on the platform, a rolled back insert has spent its id.
 */
export class RecordStore {
  private readonly schema: Schema;
  private readonly tables = new Map<string, Table>();
  private readonly counters = new Map<string, number>();
  private undoLog: UndoEntry[] = [];

  constructor(schema: Schema) {
    this.schema = schema;
  }

  /** @throws Error for an object the schema does not know: callers have resolved names before. */
  table(object: string): Table {
    const known = this.tables.get(object);
    if (known !== undefined) return known;
    const table = new Table(this.describe(object));
    this.tables.set(object, table);
    // The schema as records is not stored: it is made when somebody first asks for it.
    for (const row of definitionRows(this.schema, object)) table.replace(row.id, row);
    return table;
  }

  /**
   * Brings the tables in line with a schema that has become another. What values a field had that is gone, and the rows of an object that
   * is gone, are there again once it comes back.
   */
  reshape(): void {
    for (const [object, table] of this.tables) {
      const describe = this.schema.object(object);
      if (isDefinition(object)) this.tables.delete(object);
      else if (describe !== undefined) table.reshape(describe);
    }
  }

  /** The table of an object that has had rows; undefined saves the describe of one that never had. */
  existingTable(object: string): Table | undefined {
    return this.tables.get(object);
  }

  /** Rows whose indexed field holds the key; none of an object that never had a row. */
  rowsBy(object: string, field: string, key: string): Iterable<Row> {
    return this.tables.get(object)?.find(field, key) ?? [];
  }

  rowsOf(object: string): Iterable<Row> {
    return this.tables.get(object)?.rows() ?? [];
  }

  /** Grows with every change of these objects' rows. */
  versionOf(objects: readonly string[]): number {
    let version = 0;
    for (const object of objects) version += this.tables.get(object)?.version ?? 0;
    return version;
  }

  get(object: string, id: string): Row | undefined {
    return this.table(object).get(id);
  }

  /** The row behind an id of any object, found by its key prefix. */
  find(id: string): Row | undefined {
    const describe = this.schema.objectByKeyPrefix(id.slice(0, 3));
    return describe === undefined ? undefined : this.get(describe.name, id);
  }

  mint(object: string): string {
    const number = this.count(`id ${object}`);
    return mintId(this.describe(object).keyPrefix ?? "000", number);
  }

  /** The next number of a named sequence, from 1: auto-number fields, replay ids. Not taken back by a rollback. */
  count(sequence: string): number {
    const next = (this.counters.get(sequence) ?? 0) + 1;
    this.counters.set(sequence, next);
    return next;
  }

  /** Makes sure that the next number of a sequence is above this one. */
  countedUpTo(sequence: string, number: number): void {
    if (number > (this.counters.get(sequence) ?? 0)) this.counters.set(sequence, number);
  }

  /** The last numbers given, by sequence. */
  get sequences(): ReadonlyMap<string, number> {
    return this.counters;
  }

  /** Gives back, when called, all numbers that were counted since. Of the rows that have one there may be none left. */
  keepNumbers(): () => void {
    const kept = [...this.counters];
    return () => {
      this.counters.clear();
      for (const [sequence, number] of kept) this.counters.set(sequence, number);
    };
  }

  put(row: Row): void {
    const before = this.table(row.object).replace(row.id, row);
    this.undoLog.push({ object: row.object, id: row.id, before });
  }

  /** Takes a row out for good, past the recycle bin. */
  purge(object: string, id: string): void {
    const before = this.table(object).replace(id, undefined);
    if (before !== undefined) this.undoLog.push({ object, id, before });
  }

  /** Takes a row out of the recycle bin; ALL ROWS finds it until the platform's own clean-up, which this org does not wait for. */
  erase(row: Row): void {
    this.put({ ...row, isErased: true });
  }

  /** Puts a row that is already durable, outside the undo log: at start. */
  load(row: Row): void {
    this.table(row.object).replace(row.id, row);
    const number = mintedNumber(row.id);
    if (number !== undefined) this.countedUpTo(`id ${row.object}`, number);
  }

  mark(): StoreMark {
    return this.undoLog.length;
  }

  rollbackTo(mark: StoreMark): void {
    for (let index = this.undoLog.length - 1; index >= mark; index -= 1) {
      const entry = this.undoLog[index];
      if (entry !== undefined) this.table(entry.object).replace(entry.id, entry.before);
    }
    this.undoLog.length = Math.min(this.undoLog.length, mark);
  }

  /** What changed since a mark, each id once, in the order of first change. */
  changesSince(mark: StoreMark): readonly CommittedChange[] {
    const changes = new Map<string, CommittedChange>();
    for (const { object, id } of this.undoLog.slice(mark)) {
      changes.set(`${object} ${id}`, { object, id, row: this.get(object, id) });
    }
    return [...changes.values()];
  }

  /** Makes everything since the mark final and forgets how to undo it. */
  forgetUndo(): void {
    this.undoLog = [];
  }

  private describe(object: string): SObjectDescribe {
    const describe = this.schema.object(object);
    if (describe === undefined) throw new Error(`no such object: ${object}`);
    return describe;
  }
}
