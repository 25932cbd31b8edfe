/** Jobs of Bulk API 2.0, in memory: a restart of the org forgets them. Source: Bulk API 2.0 and Bulk API Developer Guide, "Get Information About an Ingest Job", "… About a Query Job". */
import type { SObjectDescribe } from "../../schema/schema.ts";
import type { QueryRows } from "../query-cursors.ts";
import type { DelimiterName } from "./csv.ts";
export type IngestOperation = "insert" | "update" | "upsert" | "delete" | "hardDelete";
export type JobState = "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";
interface JobBase {
    readonly id: string;
    readonly createdById: string;
    readonly createdDate: number;
    readonly apiVersion: number;
    readonly columnDelimiter: DelimiterName;
    readonly lineEnding: "LF" | "CRLF";
    state: JobState;
    systemModstamp: number;
    errorMessage: string | null;
}
/** A row of the upload and what became of it. */
export interface IngestRow {
    readonly cells: readonly string[];
    outcome: {
        readonly kind: "unprocessed";
    } | {
        readonly kind: "saved";
        readonly id: string;
        readonly isCreated: boolean;
    } | {
        readonly kind: "refused";
        readonly id: string;
        readonly error: string;
    };
}
export interface IngestJob extends JobBase {
    readonly kind: "ingest";
    readonly describe: SObjectDescribe;
    readonly operation: IngestOperation;
    readonly externalIdField: string | null;
    /** null until it is uploaded. */
    upload: string | null;
    header: readonly string[];
    rows: readonly IngestRow[];
    /** Milliseconds spent on its rows. */
    processingMs: number;
}
export interface QueryJob extends JobBase {
    readonly kind: "query";
    readonly object: string;
    readonly operation: "query" | "queryAll";
    readonly text: string;
    result: QueryRows | null;
}
export interface BulkJobs {
    readonly ingest: Map<string, IngestJob>;
    readonly query: Map<string, QueryJob>;
    /** `750…`, 18 characters. */
    nextId(): string;
}
export declare function bulkJobs(mint: (number: number) => string): BulkJobs;
export {};
