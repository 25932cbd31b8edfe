import type { AccessRights, Clock, DataAccess, DmlOutcome, DmlRequest, EventAccess, OrganizationFacts, QueryOptions, RecordCursor, RunningUser, Savepoint } from "../runtime/host.ts";
import { ApexList } from "../runtime/list.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { Schema } from "../schema/schema.ts";
import type { QueryContext } from "../soql/query-context.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { Query, SoslQuery } from "../syntax/query.ts";
import type { DmlContext, TriggerRunner } from "./dml-context.ts";
/** What record access stands on. */
export interface RecordAccessParts {
    readonly schema: Schema;
    readonly store: RecordStore;
    readonly triggers: TriggerRunner;
    readonly clock: Clock;
    readonly organization: OrganizationFacts;
    /** Where inserts of platform events go. */
    readonly publish: EventAccess["publish"];
}
/** Queries and DML of the running transaction: counted against its limits, in its user's name, failures as Apex exceptions. */
export declare class RecordAccess implements DataAccess {
    private readonly parts;
    private readonly rightsOfUsers;
    private readonly sharing;
    constructor(parts: RecordAccessParts);
    query(query: Query<number>, binds: readonly unknown[], options: QueryOptions): ApexList<SObjectValue>;
    count(query: Query<number>, binds: readonly unknown[], options: QueryOptions): number;
    queryText(text: string, bind: (name: string) => unknown, options: QueryOptions): ApexList<SObjectValue>;
    openCursor(text: string, bind: (name: string) => unknown, options: QueryOptions): RecordCursor;
    countText(text: string, bind: (name: string) => unknown, options: QueryOptions): number;
    search(query: SoslQuery<number>, binds: readonly unknown[], options: QueryOptions): ApexList<ApexList<SObjectValue>>;
    searchText(text: string, bind: (name: string) => unknown, options: QueryOptions): ApexList<ApexList<SObjectValue>>;
    dml(request: DmlRequest): readonly DmlOutcome[];
    settings(object: string, call: "getInstance" | "getAll" | "getOrgDefaults" | "getValues", values: readonly unknown[]): unknown;
    emptyRecycleBin(ids: readonly string[]): readonly DmlOutcome[];
    setCreatedDate(id: string, createdMs: number): void;
    recordTypeId(object: string, developerName: string): string | null;
    rights(userId: string): AccessRights;
    currentMark(): number;
    savepoint(): Savepoint;
    rollback(savepoint: Savepoint): void;
    releaseSavepoint(savepoint: Savepoint): void;
    private savepointHere;
    private takeBack;
    private checked;
    /** What DML stands on; without a request, that outside this interface (jobs' rows, events), which heeds no sharing. */
    dmlContext(request?: DmlRequest | null): DmlContext;
    private run;
    /** @param clause what the query itself says of its mode */
    private queryContext;
    /** Of a query from outside Apex, in user mode. */
    userQueryContext(user: RunningUser, binds: readonly unknown[]): QueryContext;
    private queryContextOf;
}
