import { outboxOf } from "../async/outbox.js";
import { RightsOfUsers } from "../access/rights-of-users.js";
import { SharingOfUsers } from "../access/sharing/sharing-of-users.js";
import { ApexDatetime } from "../runtime/datetime.js";
import { raise } from "../runtime/exception.js";
import { charge } from "../runtime/heap/charge.js";
import { toId18 } from "../runtime/id.js";
import { ApexList } from "../runtime/list.js";
import { transaction } from "../runtime/transaction.js";
import { ID, sobjectType } from "../runtime/type.js";
import { dynamicQuery, dynamicSearch } from "../soql/dynamic-query.js";
import { queryOfIds } from "../soql/query-of-ids.js";
import { runQuery } from "../soql/run-query.js";
import { isAggregateQuery } from "../soql/aggregate-plan.js";
import { searchRecords } from "../soql/search.js";
import { dmlExceptionOf } from "./dml-exception.js";
import { mixedDmlError } from "./mixed-dml.js";
import { asQueryException } from "./query-exception.js";
import { RecordSavepoint } from "./record-savepoint.js";
import { runDml } from "./run-dml.js";
import { saveError } from "./save-error.js";
import { readSettings } from "./settings-records.js";
import { checkWriteAccess } from "./write-access.js";
/** Queries and DML of the running transaction: counted against its limits, in its user's name, failures as Apex exceptions. */
export class RecordAccess {
    parts;
    rightsOfUsers;
    sharing;
    constructor(parts) {
        this.parts = parts;
        this.rightsOfUsers = new RightsOfUsers(parts.schema, parts.store);
        this.sharing = new SharingOfUsers(parts.store, this.rightsOfUsers);
    }
    query(query, binds, options) {
        const result = this.run(query, binds, options);
        const object = isAggregateQuery(query) ? "AggregateResult" : result.describe.name;
        chargeRecords(result.records);
        return new ApexList(sobjectType(object), [...result.records]);
    }
    count(query, binds, options) {
        const result = this.run(query, binds, options);
        return result.count ?? result.records.length;
    }
    queryText(text, bind, options) {
        const { query, binds } = asQueryException(() => dynamicQuery(text, bind));
        return this.query(query, binds, options);
    }
    openCursor(text, bind, options) {
        const { limits } = transaction();
        const { query, binds } = asQueryException(() => dynamicQuery(text, bind));
        limits.spend("cursors");
        const { records, describe } = asQueryException(() => runQuery(query, this.queryContext(binds, options, query.access)));
        limits.spend("cursorRows", records.length);
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
    countText(text, bind, options) {
        const { query, binds } = asQueryException(() => dynamicQuery(text, bind));
        return this.count(query, binds, options);
    }
    search(query, binds, options) {
        const { limits } = transaction();
        limits.spend("soslQueries");
        return asQueryException(() => searchRecords(query, this.queryContext(binds, options, null)));
    }
    searchText(text, bind, options) {
        const { query, binds } = asQueryException(() => dynamicSearch(text, bind));
        return this.search(query, binds, options);
    }
    dml(request) {
        if (request.records.length === 0)
            return [];
        const [first] = request.records;
        if (first?.describe.kind === "platformEvent")
            return this.parts.publish(request.records, null);
        const { limits } = transaction();
        limits.spend("dmlStatements");
        limits.spend("dmlRows", request.records.length + request.losers.length);
        refuseRepeatedRecords(request);
        if (request.access === "user")
            checkWriteAccess(request, this.rights(transaction().user.id));
        const mixed = request.records
            .map((record) => mixedDmlError(request.operation, record))
            .find((error) => error !== null);
        const outcomes = mixed === undefined
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
            throw dmlExceptionOf(request.operation, outcomes);
        }
        return outcomes;
    }
    settings(object, call, values) {
        const describe = this.parts.schema.object(object);
        if (describe === undefined)
            throw new Error(`no such object: ${object}`);
        const { user } = transaction();
        const reader = {
            userId: user.id,
            profileId: user.profileId,
            organizationId: this.parts.organization.id,
        };
        return readSettings(this.parts.store, describe, call, values[0], reader);
    }
    emptyRecycleBin(ids) {
        const { limits } = transaction();
        limits.spend("dmlStatements");
        limits.spend("dmlRows", ids.length);
        return ids.map((id) => {
            const row = this.parts.store.find(toId18(id) ?? "");
            if (row === undefined || !row.isDeleted || row.isErased === true) {
                return {
                    id,
                    isSuccess: false,
                    isCreated: false,
                    errors: [saveError("INVALID_ID_FIELD", "Record is not in the recycle bin")],
                };
            }
            this.parts.store.erase(row);
            return { id, isSuccess: true, isCreated: false, errors: [] };
        });
    }
    setCreatedDate(id, createdMs) {
        const row = this.parts.store.find(toId18(id) ?? "");
        if (row === undefined)
            raise("System.StringException", `Invalid id: ${id}`);
        const createdDate = new ApexDatetime(Math.floor(createdMs / 1000) * 1000);
        this.parts.store.put({ ...row, values: { ...row.values, CreatedDate: createdDate } });
    }
    recordTypeId(object, developerName) {
        if (this.parts.schema.object("RecordType") === undefined)
            return null;
        for (const row of this.parts.store.table("RecordType").rows()) {
            if (row.values["SobjectType"] === object && row.values["DeveloperName"] === developerName)
                return row.id;
        }
        return null;
    }
    rights(userId) {
        return this.rightsOfUsers.of(userId);
    }
    currentMark() {
        return this.parts.store.mark();
    }
    savepoint() {
        transaction().limits.spend("dmlStatements");
        return this.savepointHere();
    }
    rollback(savepoint) {
        const known = this.checked(savepoint);
        transaction().limits.spend("dmlStatements");
        this.takeBack(known);
    }
    releaseSavepoint(savepoint) {
        this.checked(savepoint).isReleased = true;
    }
    savepointHere() {
        const { events, jobs } = outboxOf(transaction());
        return new RecordSavepoint(this.parts.store.mark(), events.length, jobs.length);
    }
    takeBack(savepoint) {
        this.parts.store.rollbackTo(savepoint.mark);
        const outbox = outboxOf(transaction());
        outbox.events.length = Math.min(outbox.events.length, savepoint.events);
        outbox.jobs.length = Math.min(outbox.jobs.length, savepoint.jobs);
    }
    checked(savepoint) {
        if (!(savepoint instanceof RecordSavepoint) ||
            savepoint.isReleased ||
            savepoint.mark > this.parts.store.mark()) {
            raise("System.TypeException", "Savepoint is invalid or has been released");
        }
        return savepoint;
    }
    /** What DML stands on; without a request, that outside this interface (jobs' rows, events), which heeds no sharing. */
    dmlContext(request = null) {
        const { user, isTest, debug } = transaction();
        const rights = this.rightsOfUsers.of(user.id);
        const environment = {
            schema: this.parts.schema,
            store: this.parts.store,
            now: this.parts.clock.now(),
            timeZone: user.timeZone,
            userId: user.id,
        };
        return {
            ...environment,
            sharing: request === null
                ? null
                : this.sharing.heededBy(environment, request.access, request.sharing),
            triggers: this.parts.triggers,
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
    run(query, binds, options) {
        const { limits } = transaction();
        limits.spend("queries");
        const result = asQueryException(() => runQuery(query, this.queryContext(binds, options, query.access)));
        limits.spend("queryRows", result.rowsRetrieved);
        return result;
    }
    /** @param clause what the query itself says of its mode */
    queryContext(binds, options, clause) {
        const { user } = transaction();
        const defaultAccess = options.access ?? "system";
        const access = clause === null ? defaultAccess : clause === "USER_MODE" ? "user" : "system";
        return this.queryContextOf(user, binds, defaultAccess, (environment) => this.sharing.heededBy(environment, access, options.sharing));
    }
    /** Of a query from outside Apex, in user mode. */
    userQueryContext(user, binds) {
        return this.queryContextOf(user, binds, "user", (environment) => this.sharing.heededBy(environment, "user", "with"));
    }
    queryContextOf(user, binds, defaultAccess, sharing) {
        const environment = {
            schema: this.parts.schema,
            store: this.parts.store,
            now: this.parts.clock.now(),
            timeZone: user.timeZone,
            userId: user.id,
        };
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
/** What a query brings counts against the heap at once. */
function chargeRecords(records) {
    for (const { values, children } of records) {
        let bytes = 0;
        for (const value of values.values())
            bytes += typeof value === "string" ? value.length + 4 : 12;
        charge(bytes);
        for (const list of children.values())
            chargeRecords(list.items);
    }
}
/** The same record twice in one call is refused before anything is saved. */
function refuseRepeatedRecords(request) {
    const { operation, records } = request;
    if (operation === "insert" || operation === "upsert") {
        if (new Set(records).size < records.length) {
            raise("System.ListException", "Before Insert or Upsert list must not have two identically equal elements");
        }
    }
    if (operation === "insert" || operation === "merge")
        return;
    const seen = new Set();
    for (const { id } of records) {
        if (id !== null && seen.has(id))
            raise("System.ListException", `Duplicate id in list: ${id}`);
        if (id !== null)
            seen.add(id);
    }
}
