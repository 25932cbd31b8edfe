import { outboxOf } from "../async/outbox.ts";
import { RightsOfUsers } from "../access/rights-of-users.ts";
import type { RecordSharing } from "../access/sharing/record-sharing.ts";
import { SharingOfUsers } from "../access/sharing/sharing-of-users.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { raise } from "../runtime/exception.ts";
import type {
  AccessMode,
  AccessRights,
  Clock,
  DataAccess,
  DmlOutcome,
  DmlRequest,
  LeadConversion,
  LeadOutcome,
  EventAccess,
  OrganizationFacts,
  QueryOptions,
  RecordCursor,
  RunningUser,
  Savepoint,
} from "../runtime/host.ts";
import { toId18 } from "../runtime/id.ts";
import { ApexList } from "../runtime/list.ts";
import { isOfLocator } from "../runtime/locating.ts";
import type { OpeningHours } from "../runtime/opening-hours.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { threadCpuMs } from "../runtime/thread-cpu.ts";
import { transaction } from "../runtime/transaction.ts";
import { ID, sobjectType } from "../runtime/type.ts";
import type { Schema } from "../schema/schema.ts";
import { dynamicQuery, dynamicSearch } from "../soql/dynamic-query.ts";
import { queryOfIds } from "../soql/query-of-ids.ts";
import type { QueryContext } from "../soql/query-context.ts";
import type { ReadEnvironment } from "../soql/row-reader.ts";
import { type QueryResult, runQuery } from "../soql/run-query.ts";
import { isAggregateQuery } from "../soql/aggregate-plan.ts";
import { searchRecords } from "../soql/search.ts";
import type { RecordStore } from "../store/record-store.ts";
import { openingHoursOf } from "../store/opening-hours.ts";
import { recordTypeIdOf } from "../store/record-type-id.ts";
import type { Query, SoslQuery } from "../syntax/query.ts";
import type { DmlContext, DmlSettings, RecordFlowRunner, TriggerRunner } from "./dml-context.ts";
import { convertLead } from "./lead-conversion.ts";
import { dmlExceptionOf } from "./dml-exception.ts";
import { spendDml } from "./dml-limits.ts";
import { mixedDmlError } from "./mixed-dml.ts";
import { asQueryException } from "./query-exception.ts";
import { chargeRecords } from "./record-heap.ts";
import { isLocked, setLock } from "./record-locks.ts";
import { RecordSavepoint, releaseLater, savepointsOf } from "./record-savepoint.ts";
import { eraseRecord } from "./recycle-bin.ts";
import { refuseRepeatedRecords } from "./repeated-records.ts";
import { runDml } from "./run-dml.ts";
import { readSettings } from "./settings-records.ts";
import { checkWriteAccess } from "./write-access.ts";

/** What record access stands on. */
export interface RecordAccessParts {
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly triggers: TriggerRunner;
  readonly flows: RecordFlowRunner;
  readonly clock: Clock;
  readonly organization: OrganizationFacts;
  /** Where inserts of platform events go. */
  readonly publish: EventAccess["publish"];
}

/** Queries and DML of the running transaction: counted against its limits, in its user's name, failures as Apex exceptions. */
export class RecordAccess implements DataAccess {
  private readonly parts: RecordAccessParts;
  private readonly rightsOfUsers: RightsOfUsers;
  private readonly sharing: SharingOfUsers;

  constructor(parts: RecordAccessParts) {
    this.parts = parts;
    this.rightsOfUsers = new RightsOfUsers(parts.schema, parts.store);
    this.sharing = new SharingOfUsers(parts.store, this.rightsOfUsers);
  }

  query(
    query: Query<number>,
    binds: readonly unknown[],
    options: QueryOptions,
  ): ApexList<SObjectValue> {
    const result = this.run(query, binds, options);
    const object = isAggregateQuery(query) ? "AggregateResult" : result.describe.name;
    chargeRecords(result.records);
    return new ApexList(sobjectType(object), [...result.records]);
  }

  count(query: Query<number>, binds: readonly unknown[], options: QueryOptions): number {
    const result = this.run(query, binds, options);
    return result.count ?? result.records.length;
  }

  queryText(
    text: string,
    bind: (name: string) => unknown,
    options: QueryOptions,
  ): ApexList<SObjectValue> {
    const { query, binds } = asQueryException(() => dynamicQuery(text, bind));
    return this.query(query, binds, options);
  }

  openCursor(
    text: string,
    bind: (name: string) => unknown,
    options: QueryOptions & { readonly isForPages: boolean },
  ): RecordCursor {
    const { limits } = transaction();
    const { query, binds } = asQueryException(() => dynamicQuery(text, bind));
    limits.spend(options.isForPages ? "paginationCursors" : "cursors");
    const { records, describe } = asQueryException(() =>
      runQuery(query, this.queryContext(binds, options, query.access)),
    );
    limits.spend(options.isForPages ? "paginationCursorRows" : "cursorRows", records.length);
    const ids = records.map(({ id }) => id ?? "");
    return {
      size: ids.length,
      fetch: (position, count) => {
        transaction().limits.spend("cursorFetches");
        const page = ids.slice(position, position + count);
        const byId = queryOfIds(query, binds.length);
        const values = [...binds, new ApexList(ID, page)];
        // Whom the rules of sharing show the records to was settled when the cursor was opened.
        const found = this.query(byId, values, { ...options, sharing: "without" });
        const fetched = new Map(found.items.map((record) => [record.id, record]));
        const inOrder = page.flatMap((id) => fetched.get(id) ?? []);
        return new ApexList(sobjectType(describe.name), inOrder);
      },
    };
  }

  countText(text: string, bind: (name: string) => unknown, options: QueryOptions): number {
    const { query, binds } = asQueryException(() => dynamicQuery(text, bind));
    return this.count(query, binds, options);
  }

  search(
    query: SoslQuery<number>,
    binds: readonly unknown[],
    options: QueryOptions,
  ): ApexList<ApexList<SObjectValue>> {
    const { limits } = transaction();
    limits.spend("soslQueries");
    return asQueryException(() => searchRecords(query, this.queryContext(binds, options, null)));
  }

  searchText(
    text: string,
    bind: (name: string) => unknown,
    options: QueryOptions,
  ): ApexList<ApexList<SObjectValue>> {
    const { query, binds } = asQueryException(() => dynamicSearch(text, bind));
    return this.search(query, binds, options);
  }

  dml(request: DmlRequest): readonly DmlOutcome[] {
    if (request.records.length === 0) return [];
    const [first] = request.records;
    if (first?.describe.kind === "platformEvent") return this.parts.publish(request.records, null);
    spendDml(request.records.length + request.losers.length);
    refuseRepeatedRecords(request);
    if (request.access === "user") checkWriteAccess(request, this.rights(transaction().user.id));
    const mixed = request.records
      .map((record) => mixedDmlError(request.operation, record))
      .find((error) => error !== null);
    const outcomes =
      mixed === undefined
        ? runDml(this.dmlContext(request), request)
        : request.records.map(() => ({
            id: null,
            isSuccess: false,
            isCreated: false,
            errors: [mixed],
          }));
    if (request.allOrNone && outcomes.some((outcome) => !outcome.isSuccess)) {
      // Apex exceptions are thrown as they are; only their own stack is ever shown.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw dmlExceptionOf(request.operation, outcomes, request.records);
    }
    return outcomes;
  }

  settings(
    object: string,
    call: "getInstance" | "getAll" | "getOrgDefaults" | "getValues",
    values: readonly unknown[],
  ): unknown {
    const describe = this.parts.schema.object(object);
    if (describe === undefined) throw new Error(`no such object: ${object}`);
    const { user } = transaction();
    const reader = {
      userId: user.id,
      profileId: user.profileId,
      organizationId: this.parts.organization.id,
    };
    return readSettings(this.parts.store, describe, call, values[0], reader);
  }

  emptyRecycleBin(ids: readonly string[]): readonly DmlOutcome[] {
    spendDml(ids.length);
    return ids.map((id) => eraseRecord(this.parts.store, id));
  }

  convertLeads(
    conversions: readonly LeadConversion[],
    settings: DmlSettings,
  ): readonly LeadOutcome[] {
    spendDml(conversions.length);
    const here = this.savepointHere();
    const outcomes = conversions.map((each) => convertLead(this.dmlContext(), each, settings));
    if (settings.allOrNone && outcomes.some(({ errors }) => errors.length > 0)) {
      this.takeBack(here);
      const failed = outcomes.map(({ errors }) => ({ id: null, errors }));
      // Apex exceptions are thrown as they are; only their own stack is ever shown.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw dmlExceptionOf("convertLead", failed);
    }
    return outcomes;
  }

  isLocked(id: string): boolean {
    return isLocked(this.parts.store, id);
  }

  setLocks(ids: readonly string[], locked: boolean, allOrNone: boolean): readonly DmlOutcome[] {
    spendDml(ids.length);
    const here = this.savepointHere();
    const outcomes = ids.map((id) => setLock(this.parts.store, id, locked));
    if (allOrNone && outcomes.some(({ isSuccess }) => !isSuccess)) {
      this.takeBack(here);
      // Apex exceptions are thrown as they are; only their own stack is ever shown.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw dmlExceptionOf(locked ? "lock" : "unlock", outcomes);
    }
    return outcomes;
  }

  setCreatedDate(id: string, createdMs: number): void {
    const row = this.parts.store.find(toId18(id) ?? "");
    if (row === undefined) raise("System.StringException", `Invalid id: ${id}`);
    const createdDate = new ApexDatetime(Math.floor(createdMs / 1000) * 1000);
    this.parts.store.put({ ...row, values: { ...row.values, CreatedDate: createdDate } });
  }

  recordTypeId(object: string, developerName: string): string | null {
    return recordTypeIdOf(this.parts.schema, this.parts.store, object, developerName);
  }

  openingHours(id: string): OpeningHours | null {
    return openingHoursOf(this.parts.store, id);
  }

  rights(userId: string): AccessRights {
    return this.rightsOfUsers.of(userId);
  }

  currentMark(): number {
    return this.parts.store.mark();
  }

  savepoint(): Savepoint {
    transaction().limits.spend("dmlStatements");
    const here = this.savepointHere();
    savepointsOf(transaction()).push(here);
    return here;
  }

  rollback(savepoint: Savepoint): void {
    const known = this.checked(savepoint);
    transaction().limits.spend("dmlStatements");
    this.takeBack(known);
    releaseLater(savepointsOf(transaction()), known);
  }

  releaseSavepoint(savepoint: Savepoint): void {
    const known = this.checked(savepoint);
    transaction().limits.spend("dmlStatements");
    releaseLater(savepointsOf(transaction()), known);
    known.isReleased = true;
  }

  private savepointHere(): RecordSavepoint {
    const { events, jobs } = outboxOf(transaction());
    return new RecordSavepoint(this.parts.store.mark(), events.length, jobs.length);
  }

  private takeBack(savepoint: RecordSavepoint): void {
    this.parts.store.rollbackTo(savepoint.mark);
    const outbox = outboxOf(transaction());
    // What is published immediately cannot be taken back: Platform Events Developer Guide, publish behavior.
    outbox.events = outbox.events.filter(
      ({ isImmediate }, index) => index < savepoint.events || isImmediate === true,
    );
    outbox.jobs.length = Math.min(outbox.jobs.length, savepoint.jobs);
  }

  private checked(savepoint: Savepoint): RecordSavepoint {
    if (
      !(savepoint instanceof RecordSavepoint) ||
      savepoint.isReleased ||
      savepoint.mark > this.parts.store.mark()
    ) {
      raise("System.TypeException", "Savepoint is invalid or has been released");
    }
    return savepoint;
  }

  /** What DML stands on; without a request, that outside this interface (jobs' rows, events), which heeds no sharing. */
  dmlContext(request: DmlRequest | null = null): DmlContext {
    const { user, isTest, debug } = transaction();
    const rights = this.rightsOfUsers.of(user.id);
    const environment = this.environmentOf(user);
    return {
      ...environment,
      sharing:
        request === null
          ? null
          : this.sharing.heededBy(environment, request.access, request.sharing),
      triggers: this.parts.triggers,
      flows: this.parts.flows,
      savepoint: () => {
        const here = this.savepointHere();
        return () => this.takeBack(here);
      },
      rights,
      writesHistory: !isTest,
      hasCustomPermission: (name) => rights.hasCustomPermission(name),
      warn: (text) => debug({ level: "WARN", text, line: 0 }),
    };
  }

  private environmentOf(user: RunningUser): ReadEnvironment {
    return {
      schema: this.parts.schema,
      store: this.parts.store,
      now: this.parts.clock.now(),
      timeZone: user.timeZone,
      userId: user.id,
    };
  }

  private run(query: Query<number>, binds: readonly unknown[], options: QueryOptions): QueryResult {
    const running = transaction();
    if (options.isShared !== true) {
      running.limits.spend("queries");
      // Children of records count apart. Source: Apex Developer Guide, "Execution Governors and Limits", note 1.
      const children = query.select.filter(({ kind }) => kind === "subquery").length;
      if (children > 0) running.limits.spend("aggregateQueries", children);
    }
    const startedMs = threadCpuMs();
    const result = asQueryException(() =>
      runQuery(query, this.queryContext(binds, options, query.access)),
    );
    // What the database does is not the application server's. Source: Apex Developer Guide, "Execution Governors and Limits", CPU time.
    running.cpuStartMs += threadCpuMs() - startedMs;
    running.rowsExamined += result.rowsExamined;
    running.limits.spend(isOfLocator() ? "queryLocatorRows" : "queryRows", result.rowsRetrieved);
    return result;
  }

  /** @param clause what the query itself says of its mode */
  private queryContext(
    binds: readonly unknown[],
    options: QueryOptions,
    clause: Query<number>["access"],
  ): QueryContext {
    const { user } = transaction();
    const defaultAccess = options.access ?? "system";
    const access = clause === null ? defaultAccess : clause === "USER_MODE" ? "user" : "system";
    return this.queryContextOf(user, binds, defaultAccess, (environment) =>
      this.sharing.heededBy(environment, access, options.sharing),
    );
  }

  /** Of a query from outside Apex, in user mode. */
  userQueryContext(user: RunningUser, binds: readonly unknown[]): QueryContext {
    return this.queryContextOf(user, binds, "user", (environment) =>
      this.sharing.heededBy(environment, "user", "with"),
    );
  }

  private queryContextOf(
    user: RunningUser,
    binds: readonly unknown[],
    defaultAccess: AccessMode,
    sharing: (environment: ReadEnvironment) => RecordSharing | null,
  ): QueryContext {
    const environment = this.environmentOf(user);
    return {
      ...environment,
      binds,
      rights: this.rightsOfUsers.of(user.id),
      defaultAccess,
      sharing: sharing(environment),
      computed: {
        userRecordAccess: (userId, ids) => this.sharing.userRecordAccess(environment, userId, ids),
      },
      locale: user.locale,
    };
  }
}
