import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { z } from "zod";
import { noSuch } from "../api/stripe-error.ts";
import type { CreatedRange, PageQuery } from "./page.ts";
import { createdConditions, cursorConditions } from "./page.ts";
import type { ObjectName, StripeObject, StripeObjects } from "./stripe-objects.ts";
import { whenMissing } from "./stripe-objects.ts";

/** Values by dotted path into the object, for example `{ customer: "cus_…", "recurring.interval": "month" }`; undefined asks nothing. */
export type Where = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface ObjectQuery extends Partial<PageQuery> {
  readonly where?: Where;
  readonly created?: CreatedRange | undefined;
}

export interface ObjectStore {
  find<Name extends ObjectName>(name: Name, id: string): StripeObjects[Name] | undefined;
  /** The object a URL names. @throws StripeApiError 404 resource_missing */
  get<Name extends ObjectName>(name: Name, id: string): StripeObjects[Name];
  /** The object a parameter names. @throws StripeApiError 400 resource_missing, naming the parameter */
  named<Name extends ObjectName>(name: Name, id: string, parameter: string): StripeObjects[Name];
  /** Any object by id alone. */
  findById(id: string): StripeObject | undefined;
  /** Adds an object, or replaces the one with the same id. */
  save(object: StripeObject): void;
  /** What the account knows of an object and does not show in it. */
  unseen<Schema extends z.ZodType>(id: string, schema: Schema): z.output<Schema> | undefined;
  saveUnseen(id: string, value: unknown): void;
  /** From now on it is not there; `isDeleted` still knows it. */
  remove(name: ObjectName, id: string): void;
  isDeleted(name: ObjectName, id: string): boolean;
  /** Newest first. */
  page<Name extends ObjectName>(
    name: Name,
    query: ObjectQuery,
  ): { readonly data: StripeObjects[Name][]; readonly hasMore: boolean };
  /** All of them, newest first. */
  all<Name extends ObjectName>(name: Name, where?: Where): StripeObjects[Name][];
}

/** A property path that may stand in SQL. */
const PATH = /^[a-z_]+(\.[a-z_]+)*$/;

/** The account's objects as they stand now. */
export function openObjectStore(database: DatabaseSync): ObjectStore {
  const select = database.prepare(
    "SELECT body FROM objects WHERE id = ? AND object = ? AND deleted = 0",
  );
  const selectById = database.prepare("SELECT body FROM objects WHERE id = ? AND deleted = 0");
  const selectDeleted = database.prepare(
    "SELECT 1 FROM objects WHERE id = ? AND object = ? AND deleted = 1",
  );
  const upsert = database.prepare(
    `INSERT INTO objects (id, object, created, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
  );
  const markDeleted = database.prepare(
    "UPDATE objects SET deleted = 1 WHERE id = ? AND object = ?",
  );
  const selectUnseen = database.prepare("SELECT unseen FROM objects WHERE id = ?");
  const updateUnseen = database.prepare("UPDATE objects SET unseen = ? WHERE id = ?");
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const prepared = (sql: string): ReturnType<DatabaseSync["prepare"]> => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  const find = <Name extends ObjectName>(name: Name, id: string) => {
    const row = select.get(id, name);
    return row === undefined ? undefined : read<StripeObjects[Name]>(row);
  };
  const orThrow = <Name extends ObjectName>(
    name: Name,
    id: string,
    place: { readonly param?: string; readonly status: 400 | 404 },
  ): StripeObjects[Name] => {
    const found = find(name, id);
    if (found !== undefined) return found;
    const { called, param } = whenMissing(name);
    throw noSuch(called, id, place.param ?? param, place.status);
  };
  const rows = (name: ObjectName, query: ObjectQuery): Record<string, unknown>[] => {
    const conditions = ["object = ?", "deleted = 0"];
    const values: SQLInputValue[] = [name];
    for (const { sql, value } of [
      ...whereConditions(query.where ?? {}),
      ...createdConditions(query.created ?? {}),
      ...cursorConditions("objects", query),
    ]) {
      conditions.push(sql);
      values.push(...value);
    }
    const order = query.endingBefore === undefined ? "DESC" : "ASC";
    const sql = `SELECT body FROM objects WHERE ${conditions.join(" AND ")} ORDER BY sequence ${order} LIMIT ?`;
    return prepared(sql).all(...values, query.limit === undefined ? -1 : query.limit + 1);
  };

  return {
    find,
    get: (name, id) => orThrow(name, id, { status: 404 }),
    named: (name, id, param) => orThrow(name, id, { param, status: 400 }),
    findById: (id) => {
      const row = selectById.get(id);
      return row === undefined ? undefined : read<StripeObject>(row);
    },
    save: (object) => {
      const created = "created" in object ? object.created : 0;
      upsert.run(object.id, object.object, created, JSON.stringify(object));
    },
    unseen: (id, schema) => {
      const unseen = selectUnseen.get(id)?.["unseen"];
      return typeof unseen === "string" ? schema.parse(JSON.parse(unseen)) : undefined;
    },
    saveUnseen: (id, value) => {
      updateUnseen.run(JSON.stringify(value), id);
    },
    remove: (name, id) => {
      markDeleted.run(id, name);
    },
    isDeleted: (name, id) => selectDeleted.get(id, name) !== undefined,
    page: <Name extends ObjectName>(name: Name, query: ObjectQuery) => {
      const found = rows(name, query).map((row) => read<StripeObjects[Name]>(row));
      const hasMore = query.limit !== undefined && found.length > query.limit;
      const data = hasMore ? found.slice(0, query.limit) : found;
      return { data: query.endingBefore === undefined ? data : data.reverse(), hasMore };
    },
    all: <Name extends ObjectName>(name: Name, where: Where = {}) =>
      rows(name, { where }).map((row) => read<StripeObjects[Name]>(row)),
  };
}

// The caller's type follows from the name it selected by.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function read<T extends StripeObject>(row: Record<string, unknown>): T {
  // `save` is the only writer, and it files each object under its own name.
  return JSON.parse(String(row["body"])) as T;
}

function* whereConditions(where: Where): Generator<{ sql: string; value: SQLInputValue[] }> {
  for (const [path, value] of Object.entries(where)) {
    if (value === undefined) continue;
    if (!PATH.test(path)) throw new Error(`Not a property path: ${path}`);
    const property = `json_extract(body, '$.${path}')`;
    if (value === null) yield { sql: `${property} IS NULL`, value: [] };
    else
      yield { sql: `${property} = ?`, value: [typeof value === "boolean" ? Number(value) : value] };
  }
}
