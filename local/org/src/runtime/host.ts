/**
 * Everything the org supplies to running Apex: the clock, ids, records, jobs, events, callouts. The engine and the platform types
 * know the org only through this.
 */
import type { Schema, TabVisibility } from "../schema/schema.ts";
import type { DmlOperation } from "../syntax/ast.ts";
import type { Query, SoslQuery } from "../syntax/query.ts";
import type { Allocations } from "./allocations.ts";
import type { ApexObject } from "./object.ts";
import type { OpeningHours } from "./opening-hours.ts";
import type { SObjectValue } from "./sobject.ts";
import type { ApexList } from "./list.ts";

export interface Host {
  readonly schema: Schema;
  readonly clock: Clock;
  readonly ids: IdMint;
  readonly data: DataAccess;
  readonly events: EventAccess;
  readonly jobs: JobAccess;
  readonly callouts: CalloutAccess;
  readonly flows: FlowAccess;
  readonly organization: OrganizationFacts;
  readonly allocations: Allocations;
  readonly users: UserAccess;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface IdMint {
  /** A new 18-character id with the object's three-character prefix. */
  next(keyPrefix: string): string;
}

export interface OrganizationFacts {
  readonly id: string;
  readonly name: string;
  /** `https://example.my.salesforce.com`, without a slash at the end. */
  readonly baseUrl: string;
}

/** Who a transaction runs as. */
export interface RunningUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** IANA: `America/Los_Angeles`. */
  readonly timeZone: string;
  /** `en_US`. */
  readonly locale: string;
  readonly language: string;
  /** `Standard`, `AutomatedProcess` … */
  readonly userType: string;
}

export interface UserAccess {
  /** The user a record of User stands for, inserted or only in memory, as System.runAs takes it. */
  ofRecord(record: SObjectValue): RunningUser;
}

export type AccessMode = "user" | "system";
/** What the class says in which the code stands; `caller`: it says nothing, or to inherit it. */
export type Sharing = "with" | "without" | "caller";

// ── Records ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface QueryOptions {
  /** `null`: what the query says, else system mode. */
  readonly access: AccessMode | null;
  readonly sharing: Sharing;
  /** Whether it is carried out with another query, which was counted: interviews of a flow at one element. */
  readonly isShared?: boolean;
}

export interface DataAccess {
  /**
   * Runs a query; binds are run-time values (lists and sets for IN). Counts one SOQL query and its rows against the transaction's limits.
   * Throws System.QueryException. Rows are SObjectValues, AggregateResults too.
   */
  query(
    query: Query<number>,
    binds: readonly unknown[],
    options: QueryOptions,
  ): ApexList<SObjectValue>;
  /** A `SELECT COUNT()` query. */
  count(query: Query<number>, binds: readonly unknown[], options: QueryOptions): number;
  /**
   * Parses and runs a query text (`Database.query`); `bind` gives the value of a `:name` or `:name.path` in it and throws QueryException
   * "Variable does not exist: x" for one it does not know.
   */
  queryText(
    text: string,
    bind: (name: string) => unknown,
    options: QueryOptions,
  ): ApexList<SObjectValue>;
  countText(text: string, bind: (name: string) => unknown, options: QueryOptions): number;
  /** The records a query text finds now, to be read in parts later. */
  openCursor(
    text: string,
    bind: (name: string) => unknown,
    options: QueryOptions & { readonly isForPages: boolean },
  ): RecordCursor;
  /** SOSL: one list per object of RETURNING. */
  search(
    query: SoslQuery<number>,
    binds: readonly unknown[],
    options: QueryOptions,
  ): ApexList<ApexList<SObjectValue>>;
  /** Parses and runs a search text (`Search.query`). */
  searchText(
    text: string,
    bind: (name: string) => unknown,
    options: QueryOptions,
  ): ApexList<ApexList<SObjectValue>>;
  /** One outcome per record, in order. With `allOrNone` a failure throws System.DmlException instead and leaves no trace. */
  dml(request: DmlRequest): readonly DmlOutcome[];
  /** `Foo__c.getInstance()`, `Foo__mdt.getAll()` and their kin on custom settings and custom metadata types. */
  settings(
    object: string,
    call: "getInstance" | "getAll" | "getOrgDefaults" | "getValues",
    values: readonly unknown[],
  ): unknown;
  /** Takes records out of the recycle bin for good; one outcome per id. */
  emptyRecycleBin(ids: readonly string[]): readonly DmlOutcome[];
  /** Database.convertLead: one outcome per conversion. With `allOrNone` a failure throws System.DmlException and leaves no trace. */
  convertLeads(
    conversions: readonly LeadConversion[],
    settings: Pick<DmlRequest, "allOrNone" | "access" | "options">,
  ): readonly LeadOutcome[];
  /** Approval.isLocked. */
  isLocked(id: string): boolean;
  /** Approval.lock and unlock: one outcome per id. With `allOrNone` a failure throws System.DmlException and leaves no trace. */
  setLocks(ids: readonly string[], locked: boolean, allOrNone: boolean): readonly DmlOutcome[];
  /** Test.setCreatedDate. */
  setCreatedDate(id: string, createdMs: number): void;
  /** The id of a record type; null when it has no row. */
  recordTypeId(object: string, developerName: string): string | null;
  /** Those that a row of BusinessHours says; null when no row has that id. Counts no query. */
  openingHours(id: string): OpeningHours | null;
  /** What a user may do, for describes and Security.stripInaccessible. */
  rights(userId: string): AccessRights;
  /** The place in the undo log that EventBus.TriggerContext.setResumeCheckpoint remembers. Costs nothing. */
  currentMark(): number;
  /** A mark in the undo log. */
  savepoint(): Savepoint;
  /** Undoes every change since; ids given to records in memory stay there. */
  rollback(savepoint: Savepoint): void;
  releaseSavepoint(savepoint: Savepoint): void;
}

/** What a cursor stands on: which records is settled when it is opened, what they hold when they are fetched. */
export interface RecordCursor {
  readonly size: number;
  /** The records from `position`; fewer than `count` at the end, and where some were deleted. */
  fetch(position: number, count: number): ApexList<SObjectValue>;
}

/** Object and field permissions of one user, with the custom permissions. Names are canonical. */
export interface AccessRights {
  canReadObject(object: string): boolean;
  canCreateObject(object: string): boolean;
  canEditObject(object: string): boolean;
  canDeleteObject(object: string): boolean;
  canReadField(object: string, field: string): boolean;
  canEditField(object: string, field: string): boolean;
  hasCustomPermission(name: string): boolean;
  hasUserPermission(name: string): boolean;
  /** Whether the user may call a class from outside: a component, Apex REST. */
  hasClassAccess(name: string): boolean;
  /** `standard-Account`, or a custom tab's name. */
  tabVisibility(tab: string): TabVisibility;
}

export interface DmlRequest {
  readonly operation: DmlOperation;
  /** Never null entries; changed in place (ids, errors). */
  readonly records: readonly SObjectValue[];
  /** Of a merge. */
  readonly losers: readonly SObjectValue[];
  readonly allOrNone: boolean;
  readonly access: AccessMode;
  readonly sharing: Sharing;
  /** Canonical field name, of an upsert. */
  readonly externalIdField: string | null;
  /** A Database.DMLOptions value's settings that change how a save works. */
  readonly options: {
    readonly allowFieldTruncation: boolean;
    readonly duplicateRuleAllowSave: boolean;
  };
}

export interface DmlError {
  /** `REQUIRED_FIELD_MISSING`. */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What is asked of a lead's conversion; null where nothing is. */
export interface LeadConversion {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly ownerId: string | null;
  readonly convertedStatus: string | null;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
}

export interface LeadOutcome {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  /** Empty where it succeeded. */
  readonly errors: readonly DmlError[];
}

export interface DmlOutcome {
  readonly id: string | null;
  readonly isSuccess: boolean;
  /** Of an upsert. */
  readonly isCreated: boolean;
  readonly errors: readonly DmlError[];
}

/** Opaque to everybody but the record store. */
export interface Savepoint {
  readonly mark: number;
}

// ── Events and jobs ────────────────────────────────────────────────────────────────────────────────────────────────

export interface EventAccess {
  /** EventBus.publish: one outcome per event (`id` is the event's uuid-carrying row id); `callback` as the second argument of publish. */
  publish(events: readonly SObjectValue[], callback: ApexObject | null): readonly DmlOutcome[];
  /** Test.getEventBus().deliver(): gives what this test published to its subscribers, once. */
  deliverInTest(): void;
  /** Test.getEventBus().fail(): what this test published fails in the bus. */
  failInTest(): void;
}

export interface JobAccess {
  /** Puts a @future method into the queue. */
  enqueueFuture(call: FutureCall): void;
  /** System.enqueueJob: the id of its AsyncApexJob. Throws AsyncException. */
  enqueueQueueable(job: ApexObject, options: QueueableOptions): string;
  /** System.attachFinalizer, inside a running Queueable. Throws AsyncException. */
  attachFinalizer(finalizer: ApexObject): void;
  /** Database.executeBatch: the id of its AsyncApexJob. */
  executeBatch(batch: ApexObject, scope: number): string;
  /** System.schedule: the id of its CronTrigger. Throws AsyncException or StringException. */
  schedule(name: string, cron: string, job: ApexObject): string;
  /** System.scheduleBatch: the id of its CronTrigger. */
  scheduleBatch(batch: ApexObject, name: string, minutes: number, scope: number): string;
  /** System.abortJob, by the id of a job or of a schedule. */
  abort(id: string): void;
  /** Test.stopTest: runs what this test has enqueued, each once; an exception of a job comes through. */
  runInTest(): void;
}

export interface QueueableOptions {
  readonly delayMinutes: number;
  readonly maximumDepth: number | null;
  /** Two queued jobs with the same signature are a duplicate. */
  readonly signature: string | null;
}

export interface FutureCall {
  readonly className: string;
  readonly methodName: string;
  /** `Foo.bar(Set<Id>)`, as messages name it. */
  readonly signature: string;
  /** JavaScript property of the class: the method's body. */
  readonly key: string;
  readonly values: readonly unknown[];
  readonly allowsCallouts: boolean;
}

// ── Flows ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Values of a flow's input variables, by name. */
export type FlowLaunch = ReadonlyMap<string, unknown>;

export type FlowOutcome =
  | {
      readonly isSuccess: true;
      /** All of the flow's variables, by lower-cased name. */
      readonly variables: ReadonlyMap<string, unknown>;
      /** Output variables. */
      readonly outputs: ReadonlyMap<string, unknown>;
    }
  | { readonly isSuccess: false; readonly message: string };

export interface FlowAccess {
  /** The active flows that can be started by their name. */
  names(): readonly string[];
  has(name: string): boolean;
  hasVariable(flow: string, name: string): boolean;
  /** Runs the flow's interviews together, those of one launch each: one outcome per launch. `user`: with the user's own rights. */
  run(
    name: string,
    launches: readonly FlowLaunch[],
    startedBy: "apex" | "user",
  ): readonly FlowOutcome[];
}

// ── Callouts ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface CalloutRequest {
  readonly method: string;
  /** Absolute, or `callout:Named_Credential/path`. */
  readonly endpoint: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  readonly timeoutMs: number;
}

export interface CalloutResponse {
  readonly statusCode: number;
  readonly status: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export interface CalloutAccess {
  /** Blocks until the answer is there; throws System.CalloutException. */
  send(request: CalloutRequest): CalloutResponse;
}

// ── Watching ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface DebugLine {
  readonly level: string;
  readonly text: string;
  /** Apex line of the statement; 0 where unknown. */
  readonly line: number;
}
