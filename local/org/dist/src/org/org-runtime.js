/** The running org behind {@link Org}: its records, its event bus and its jobs, around compiled Apex. */
import { assignedPermissionSets } from "../access/granted-permissions.js";
import { UserRights } from "../access/user-rights.js";
import { JobQueue } from "../async/job-queue.js";
import { JobRows } from "../async/job-rows.js";
import { TransactionRunner } from "../async/transaction-runner.js";
import { ApexTriggers } from "../dml/apex-triggers.js";
import { RecordAccess } from "../dml/record-access.js";
import { EventBus } from "../events/event-bus.js";
import { toId18 } from "../runtime/id.js";
import { dynamicQuery } from "../soql/dynamic-query.js";
import { malformed } from "../soql/query-error.js";
import { runQuery } from "../soql/run-query.js";
import { ADMINISTRATOR_USERNAME, assignPermissionSet, AUTOMATED_PROCESS_USERNAME, findRow, runningUser, seedOrgRecords, seedUser, } from "../store/org-records.js";
import { PersistentRecords } from "../store/persistence.js";
import { RecordStore } from "../store/record-store.js";
import { userOfRecord } from "./user-of-record.js";
import { storedText } from "../store/stored-text.js";
export class OrgRuntime {
    host;
    store;
    runner;
    parts;
    data;
    bus;
    jobs;
    persistence;
    constructor(parts) {
        const { schema, clock, classes } = parts;
        this.parts = parts;
        this.store = new RecordStore(schema);
        this.persistence = parts.dataFile === null ? null : new PersistentRecords(parts.dataFile);
        this.persistence?.readInto(this.store, (object) => schema.object(object) !== undefined);
        seedOrgRecords(schema, this.store, clock.now());
        const triggers = new ApexTriggers(parts.triggers, parts.runTrigger);
        if (parts.isCopy === true)
            giveAnotherId(this.store);
        const organization = organizationFacts(this.store, parts.baseUrl);
        const data = (this.data = new RecordAccess({
            schema,
            store: this.store,
            triggers,
            clock,
            organization,
            publish: (events, callback) => this.bus.publish(events, callback),
        }));
        this.host = {
            schema,
            clock,
            ids: {
                next: (keyPrefix) => this.store.mint(schema.objectByKeyPrefix(keyPrefix)?.name ?? keyPrefix),
            },
            data,
            callouts: parts.callouts,
            organization,
            users: { ofRecord: (record) => userOfRecord(this.store, record) },
            events: {
                publish: (events, callback) => this.bus.publish(events, callback),
                deliverInTest: () => this.bus.deliverInTest(),
                failInTest: () => this.bus.failInTest(),
            },
            jobs: jobAccess(() => this.jobs),
        };
        this.runner = new TransactionRunner({
            host: this.host,
            classes,
            store: this.store,
            persistence: this.persistence,
            debug: parts.debug,
            committed: (outbox) => {
                this.bus.accept(outbox.events);
                this.jobs.accept(outbox.jobs);
            },
        });
        this.bus = new EventBus({
            schema,
            store: this.store,
            triggers,
            runner: this.runner,
            dmlContext: () => data.dmlContext(),
            userNamed: (username) => this.userNamed(username ?? AUTOMATED_PROCESS_USERNAME),
            log: parts.log,
        });
        const rows = new JobRows(schema, this.store, () => clock.now());
        if (this.persistence !== null)
            rows.endEarlierProcess();
        this.jobs = new JobQueue({ runner: this.runner, rows, clock, log: parts.log }, classes);
        this.runner.makeDurable();
    }
    user(id) {
        const row = this.store.get("User", toId18(id) ?? "");
        return row === undefined || row.isDeleted || row.values["IsActive"] === false
            ? undefined
            : runningUser(row);
    }
    get administrator() {
        return this.userNamed(ADMINISTRATOR_USERNAME);
    }
    /** @throws Error when there is no such user. */
    userNamed(username) {
        const row = findRow(this.store, "User", (values) => storedText(values["Username"]).toLowerCase() === username.toLowerCase());
        if (row === undefined)
            throw new Error(`no user ${username}`);
        return runningUser(row);
    }
    /** The user, made when the org does not have it: an administrator, or one with these permission sets and this profile. */
    ensureUser(username, alias, permissionSets, profileName = permissionSets.length === 0
        ? "System Administrator"
        : "Minimum Access - Salesforce") {
        const { schema, clock } = this.parts;
        const id = seedUser(schema, this.store, clock.now(), {
            username,
            alias,
            lastName: alias,
            profileName,
            userType: "Standard",
        });
        for (const name of permissionSets)
            assignPermissionSet(schema, this.store, clock.now(), id, name);
        this.runner.makeDurable();
        return this.userNamed(username);
    }
    transact(as, quiddity, work) {
        return this.runner.run(as, quiddity, work);
    }
    select(text, as, options) {
        const { query, binds } = dynamicQuery(text, (name) => {
            throw malformed(`Bind variables only allowed in Apex code: ${name}`);
        });
        const result = runQuery(options.allRows ? { ...query, allRows: true } : query, this.data.userQueryContext(as, binds));
        return result.count === null
            ? { kind: "records", records: result.records }
            : { kind: "count", count: result.count };
    }
    keep(object, id, values) {
        const describe = this.parts.schema.object(object);
        if (describe === undefined)
            throw new Error(`no such object: ${object}`);
        const kept = id ?? this.store.mint(describe.name);
        const known = Object.entries(values).filter(([name]) => describe.fields.has(name.toLowerCase()));
        const before = this.store.get(describe.name, kept)?.values ?? {};
        this.store.put({
            object: describe.name,
            id: kept,
            values: { ...before, ...Object.fromEntries(known) },
            isDeleted: false,
        });
        this.runner.makeDurable();
        return kept;
    }
    /** Whether a permission set of the user gives a principal of an external credential: `Stripe-Main`. Administrators have them all. */
    hasPrincipal(userId, principal) {
        const { schema } = this.parts;
        if (new UserRights(schema, this.store, userId).isAdministrator)
            return true;
        return assignedPermissionSets(schema, this.store, userId).some((set) => set.externalCredentialPrincipals.some((given) => given.toLowerCase() === principal.toLowerCase()));
    }
    deliverNextBatchTwice() {
        this.bus.deliverNextBatchTwice();
    }
    settle() {
        for (;;) {
            if (this.bus.hasWork)
                this.bus.deliverNext();
            else if (!this.jobs.runNext())
                break;
        }
        this.runner.makeDurable();
    }
    /** Epoch ms at which the next delayed job is due; null when none waits. */
    get nextDueAt() {
        return this.jobs.nextDueAt;
    }
    close() {
        this.runner.makeDurable();
        this.persistence?.close();
    }
}
/** The queue is made after the host that hands it out. */
function jobAccess(queue) {
    return {
        enqueueFuture: (call) => queue().enqueueFuture(call),
        enqueueQueueable: (job, options) => queue().enqueueQueueable(job, options),
        attachFinalizer: (finalizer) => queue().attachFinalizer(finalizer),
        executeBatch: (batch, scope) => queue().executeBatch(batch, scope),
        schedule: (name, cron, job) => queue().schedule(name, cron, job),
        scheduleBatch: (batch, name, minutes, scope) => queue().scheduleBatch(batch, name, minutes, scope),
        abort: (id) => queue().abort(id),
        runInTest: () => queue().runInTest(),
    };
}
/** As in a refreshed sandbox: the records are those of the org it was made from, the org id is new. */
function giveAnotherId(store) {
    const row = findRow(store, "Organization", () => true);
    if (row === undefined)
        return;
    store.purge("Organization", row.id);
    store.put({ ...row, id: store.mint("Organization") });
}
function organizationFacts(store, baseUrl) {
    const row = findRow(store, "Organization", () => true);
    const name = row?.values["Name"];
    return {
        id: row?.id ?? store.mint("Organization"),
        name: typeof name === "string" ? name : "Local Org",
        baseUrl,
    };
}
