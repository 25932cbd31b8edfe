/** Records as a table: a column per field, `Parent.Field` for parents, a count for children. */
export type TableRow = Readonly<Record<string, unknown>>;
export declare function tableOf(records: readonly TableRow[]): readonly string[];
