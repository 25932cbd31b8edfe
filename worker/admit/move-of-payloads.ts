/** All rows up to that `seq` have been written anew; absent until the first step. */
const MOVED_UNTIL = "payloads_moved_until";
/** What was written before payloads had a table of their own ends with that `seq`. */
const MOVE_UNTIL = "payloads_move_until";
const MOVED_A_STEP = 5_000;

/**
 * Moves the payloads of rows that were written before payloads had a table of their own, and gives the room back which emptied ones left in
 * `event`: rows written anew, in their order, fill their pages. A step takes tens of milliseconds whatever the shard holds; one that dies
 * is done again.
 */
export class MoveOfPayloads {
  readonly #sql: SqlStorage;
  readonly #kv: SyncKvStorage;

  constructor({ sql, kv }: Pick<DurableObjectStorage, "sql" | "kv">) {
    this.#sql = sql;
    this.#kv = kv;
    if (kv.get<number>(MOVE_UNTIL) === undefined) kv.put(MOVE_UNTIL, this.#lastOldRow());
  }

  /** Is to run as one transaction. */
  step(): void {
    const until = this.#kv.get<number>(MOVE_UNTIL) ?? 0;
    const from = this.#kv.get<number>(MOVED_UNTIL) ?? 0;
    if (from >= until) return;
    const to = Math.min(until, from + MOVED_A_STEP);
    const rows = "seq > ? AND seq <= ?";
    this.#sql.exec(
      `INSERT OR IGNORE INTO payload SELECT seq, payload FROM event WHERE ${rows} AND state <> 'published'`,
      from,
      to,
    );
    this.#sql.exec(`CREATE TABLE moved AS SELECT * FROM event WHERE ${rows}`, from, to);
    this.#sql.exec("UPDATE moved SET payload = ''");
    this.#sql.exec(`DELETE FROM event WHERE ${rows}`, from, to);
    this.#sql.exec("INSERT INTO event SELECT * FROM moved ORDER BY seq");
    this.#sql.exec("DROP TABLE moved");
    this.#kv.put(MOVED_UNTIL, to);
  }

  /** Only a table of that time has no default for the column. */
  #lastOldRow(): number {
    const [column] = this.#sql
      .exec<{ byDefault: string | null }>(
        "SELECT dflt_value AS byDefault FROM pragma_table_info('event') WHERE name = 'payload'",
      )
      .toArray();
    if (column?.byDefault !== null) return 0;
    const { last } = this.#sql
      .exec<{ last: number | null }>("SELECT MAX(seq) AS last FROM event")
      .one();
    return last ?? 0;
  }
}
