import type { Schema } from "../schema/schema.ts";
import type { RowValues } from "./row.ts";
type Record = (object: string, keyField: string, values: RowValues) => string | undefined;
export declare function seedSetupRows(schema: Schema, record: Record): void;
export {};
