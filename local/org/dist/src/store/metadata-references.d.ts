import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
/**
 * Custom metadata records name each other by developer name in their files; records hold ids. A name that no record has stays as it is.
 * Source: Custom Metadata Types Implementation Guide, "Custom Metadata Relationships".
 */
export declare function linkCustomMetadata(schema: Schema, store: RecordStore): void;
