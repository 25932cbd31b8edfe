/** The running org behind {@link Org}: its records, its event bus and its jobs, around compiled Apex. */
import { assignedPermissionSets } from "../access/granted-permissions.ts";
import { UserRights } from "../access/user-rights.ts";
import { JobQueue } from "../async/job-queue.ts";
import { JobRows } from "../async/job-rows.ts";
import type { QueuedJob } from "../async/queued-job.ts";
import { TransactionRunner } from "../async/transaction-runner.ts";
import type { TransactionUsage } from "../async/transaction-usage.ts";
import { ApexTriggers, type TriggerDeclaration } from "../dml/apex-triggers.ts";
import { calculateChangedRollups } from "../dml/changed-rollups.ts";
import { RecordAccess } from "../dml/record-access.ts";
import { EventBus } from "../events/event-bus.ts";
import { Allocations, type AllocationSources } from "../runtime/allocations.ts";
import type {
  CalloutAccess,
  Clock,
  DebugLine,
  Host,
  OrganizationFacts,
  RunningUser,
} from "../runtime/host.ts";
import { flowAccess } from "../flow/launch-flow.ts";
import { EventFlows } from "../flow/event-flows.ts";
import { LaterPaths } from "../flow/later-paths.ts";
import { RecordFlows } from "../flow/record-flows.ts";
import { ScheduledFlows } from "../flow/scheduled-flows.ts";
import { toId18 } from "../runtime/id.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import type { Quiddity } from "../runtime/transaction.ts";
import type { MetadataRecord, Schema } from "../schema/schema.ts";
import { dynamicQuery } from "../soql/dynamic-query.ts";
import { malformed } from "../soql/query-error.ts";
import type { QueryContext } from "../soql/query-context.ts";
import { runQuery } from "../soql/run-query.ts";
import { goneRecords, purgeGoneRecords } from "../store/gone-records.ts";
import { findRow } from "../store/find-row.ts";
import { seedOrgRecords } from "../store/org-records.ts";
import { seedMetadataRecords, seedProjectRecords } from "../store/project-records.ts";
import {
  addToGroup,
  ADMINISTRATOR_USERNAME,
  assignPermissionSet,
  AUTOMATED_PROCESS_USERNAME,
  runningUser,
  seedUser,
  type UserSettings,
} from "../store/users.ts";
import { PersistentRecords } from "../store/persistence.ts";
import { presentAmounts } from "../store/present-amounts.ts";
import { RecordStore } from "../store/record-store.ts";
import type { Org, Selected, SystemRow } from "./org.ts";
import { userOfRecord } from "./user-of-record.ts";
import { storedText } from "../store/stored-text.ts";

export interface OrgRuntimeParts {
  readonly schema: Schema;
  readonly classes: ProjectClasses;
  readonly triggers: readonly TriggerDeclaration[];
  /** Runs a trigger's body; its context is on the running transaction. */
  readonly runTrigger: (name: string) => void;
  readonly clock: Clock;
  readonly callouts: CalloutAccess;
  readonly baseUrl: string;
  /** Whether the records are taken over as a sandbox or a clone takes them: under an org id of its own. */
  readonly isCopy?: boolean;
  /** Of the administrator every org has. */
  readonly administrator?: UserSettings;
  /** SQLite file of the committed records; null keeps them in memory. */
  readonly dataFile: string | null;
  readonly allocations?: Pick<AllocationSources, "now" | "maxima">;
  readonly debug: (
    line: DebugLine,
    transaction: { readonly requestId: string; readonly quiddity: Quiddity },
  ) => void;
  /** Hears what every transaction used. */
  readonly ended: (usage: TransactionUsage) => void;
  /** Failed jobs, skipped events: what nobody waits for. */
  readonly log: (line: string) => void;
}

/** What was edited of a project. */
export interface Renewal {
  /** All there are now. */
  readonly triggers: readonly TriggerDeclaration[];
  /** Names of the triggers among them that were compiled anew. */
  readonly saved: ReadonlySet<string>;
  /** What the schema said until now; null where it says the same. */
  readonly schemaBefore: Schema | null;
  /** What metadata brings, classes and triggers too. */
  readonly records: {
    readonly before: readonly MetadataRecord[];
    readonly now: readonly MetadataRecord[];
  };
}

function isApexRecord({ object }: MetadataRecord): boolean {
  return object === "ApexClass" || object === "ApexTrigger";
}

/** Each start, scope and finish of a batch is one. Source: Apex Developer Guide, "Execution Governors and Limits", Lightning Platform Apex Limits. */
const EXECUTIONS: ReadonlySet<Quiddity> = new Set([
  "BATCH_APEX",
  "FUTURE",
  "QUEUEABLE",
  "SCHEDULED",
]);

export class OrgRuntime implements Org {
  readonly host: Host;
  readonly store: RecordStore;
  readonly runner: TransactionRunner;
  private readonly parts: OrgRuntimeParts;
  private readonly data: RecordAccess;
  private readonly triggers: ApexTriggers;
  private readonly flows: RecordFlows;
  private readonly scheduled: ScheduledFlows;
  private readonly bus: EventBus;
  private readonly jobs: JobQueue;
  private readonly persistence: PersistentRecords | null;

  constructor(parts: OrgRuntimeParts) {
    const { schema, clock, classes } = parts;
    this.parts = parts;
    this.store = new RecordStore(schema);
    this.persistence = parts.dataFile === null ? null : new PersistentRecords(parts.dataFile);
    this.persistence?.readInto(this.store, (object) => schema.object(object) !== undefined);
    seedOrgRecords(schema, this.store, clock.now(), parts.administrator);

    const triggers = (this.triggers = new ApexTriggers(parts.triggers, parts.runTrigger));
    if (parts.isCopy === true) giveAnotherId(this.store);
    const organization = organizationFacts(this.store, parts.baseUrl);
    const later = {
      schema,
      now: () => clock.now(),
      context: () => data.dmlContext(),
      user: () => this.administrator,
      run: (user: RunningUser, quiddity: Quiddity, work: () => void) =>
        this.runner.run(user, quiddity, work),
      accept: (jobs: readonly QueuedJob[]) => this.jobs.accept(jobs),
      log: parts.log,
    };
    this.flows = new RecordFlows(schema.flows.values(), later.context, new LaterPaths(later));
    this.scheduled = new ScheduledFlows(later);
    const data: RecordAccess = (this.data = new RecordAccess({
      schema,
      store: this.store,
      triggers,
      flows: this.flows,
      clock,
      organization,
      publish: (events, callback) => this.bus.publish(events, callback),
    }));
    this.host = {
      schema,
      clock,
      ids: {
        next: (keyPrefix) =>
          this.store.mint(schema.objectByKeyPrefix(keyPrefix)?.name ?? keyPrefix),
      },
      data,
      callouts: parts.callouts,
      flows: flowAccess(schema, () => data.dmlContext()),
      organization,
      allocations: new Allocations({
        now: () => clock.now(),
        ...parts.allocations,
        present: presentAmounts(schema, this.store),
      }),
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
      ended: (usage) => {
        if (EXECUTIONS.has(usage.quiddity)) this.host.allocations.count("DailyAsyncApexExecutions");
        parts.ended(usage);
      },
      committed: (outbox) => {
        this.bus.accept(outbox.events);
        this.jobs.accept(outbox.jobs);
        this.host.allocations.count("SingleEmail", outbox.emailsOut);
      },
    });
    this.bus = new EventBus({
      schema,
      store: this.store,
      triggers,
      flows: new EventFlows(schema, later.context, parts.log),
      runner: this.runner,
      dmlContext: () => data.dmlContext(),
      published: (count) => this.host.allocations.count("HourlyPublishedPlatformEvents", count),
      userNamed: (username) => this.userNamed(username ?? AUTOMATED_PROCESS_USERNAME),
      log: parts.log,
    });
    const rows = new JobRows(schema, this.store, () => clock.now());
    if (this.persistence !== null) rows.endEarlierProcess();
    this.jobs = new JobQueue({ runner: this.runner, rows, clock, log: parts.log }, classes);
    this.scheduled.plan();
    this.runner.makeDurable();
  }

  /** Takes in what of the project was edited; records, jobs and events stay. Between transactions. */
  renew({ triggers, saved, schemaBefore, records }: Renewal): void {
    const { schema, clock } = this.parts;
    this.triggers.declare(triggers);
    if (schemaBefore !== null) this.store.reshape();
    purgeGoneRecords(schema, this.store, goneRecords(records.before, records.now));
    if (schemaBefore !== null) {
      this.flows.declare(schema.flows.values());
      this.scheduled.plan();
      seedProjectRecords(schema, this.store, clock.now());
      this.transact(this.administrator, "SYNCHRONOUS", () =>
        calculateChangedRollups(this.data.dmlContext(), schemaBefore),
      );
    }
    seedMetadataRecords(schema, this.store, clock.now(), records.now.filter(isApexRecord));
    this.bus.renew(saved);
    this.jobs.renew();
    this.runner.makeDurable();
  }

  user(id: string): RunningUser | undefined {
    const row = this.store.get("User", toId18(id) ?? "");
    return row === undefined || row.isDeleted || row.values["IsActive"] === false
      ? undefined
      : runningUser(row);
  }

  get administrator(): RunningUser {
    return this.userNamed(ADMINISTRATOR_USERNAME);
  }

  /** @throws Error when there is no such user. */
  userNamed(username: string): RunningUser {
    const row = findRow(
      this.store,
      "User",
      (values) => storedText(values["Username"]).toLowerCase() === username.toLowerCase(),
    );
    if (row === undefined) throw new Error(`no user ${username}`);
    return runningUser(row);
  }

  /** The user, made when the org does not have it: an administrator, or one with these permission sets and this profile. One who is there is only assigned what is missing. */
  ensureUser(
    username: string,
    alias: string,
    permissionSets: readonly string[],
    profileName = permissionSets.length === 0
      ? "System Administrator"
      : "Minimum Access - Salesforce",
    settings: UserSettings = {},
  ): RunningUser {
    const { schema, clock } = this.parts;
    const id = seedUser(schema, this.store, clock.now(), {
      username,
      alias,
      lastName: alias,
      ...settings,
      profileName,
      userType: "Standard",
    });
    for (const name of permissionSets)
      assignPermissionSet(schema, this.store, clock.now(), id, name);
    this.runner.makeDurable();
    return this.userNamed(username);
  }

  /** Puts a user into a public group, once. @throws Error when there is no such group */
  joinGroup(userId: string, group: string): void {
    const { schema, clock } = this.parts;
    addToGroup(schema, this.store, clock.now(), userId, group);
    this.runner.makeDurable();
  }

  transact<T>(as: RunningUser, quiddity: Quiddity, work: () => T): T {
    return this.runner.run(as, quiddity, work);
  }

  select(text: string, as: RunningUser, options: { readonly allRows: boolean }): Selected {
    const { query, binds } = dynamicQuery(text, (name) => {
      throw malformed(`Bind variables only allowed in Apex code: ${name}`);
    });
    const result = runQuery(
      options.allRows ? { ...query, allRows: true } : query,
      this.data.userQueryContext(as, binds),
    );
    return result.count === null
      ? { kind: "records", records: result.records }
      : { kind: "count", count: result.count };
  }

  readingAs(user: RunningUser): QueryContext {
    return this.data.userQueryContext(user, []);
  }

  keep(object: string, id: string | null, values: SystemRow): string {
    const describe = this.parts.schema.object(object);
    if (describe === undefined) throw new Error(`no such object: ${object}`);
    const kept = id ?? this.store.mint(describe.name);
    const known = Object.entries(values).filter(([name]) =>
      describe.fields.has(name.toLowerCase()),
    );
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
  hasPrincipal(userId: string, principal: string): boolean {
    const { schema } = this.parts;
    if (new UserRights(schema, this.store, userId).isAdministrator) return true;
    return assignedPermissionSets(schema, this.store, userId).some((set) =>
      set.externalCredentialPrincipals.some(
        (given) => given.toLowerCase() === principal.toLowerCase(),
      ),
    );
  }

  deliverNextBatchTwice(): void {
    this.bus.deliverNextBatchTwice();
  }

  settle(isEnough: () => boolean = () => false): boolean {
    let isDone = false;
    do {
      if (this.bus.hasWork) this.bus.deliverNext();
      else isDone = !this.jobs.runNext();
    } while (!isDone && !isEnough());
    this.runner.makeDurable();
    return !isDone;
  }

  /** Epoch ms at which the next delayed job is due; null when none waits. */
  get nextDueAt(): number | null {
    return this.jobs.nextDueAt;
  }

  close(): void {
    this.runner.makeDurable();
    this.persistence?.close();
  }
}

/** The queue is made after the host that hands it out. */
function jobAccess(queue: () => JobQueue): Host["jobs"] {
  return {
    enqueueFuture: (call) => queue().enqueueFuture(call),
    enqueueQueueable: (job, options) => queue().enqueueQueueable(job, options),
    attachFinalizer: (finalizer) => queue().attachFinalizer(finalizer),
    executeBatch: (batch, scope) => queue().executeBatch(batch, scope),
    schedule: (name, cron, job) => queue().schedule(name, cron, job),
    scheduleBatch: (batch, name, minutes, scope) =>
      queue().scheduleBatch(batch, name, minutes, scope),
    abort: (id) => queue().abort(id),
    runInTest: () => queue().runInTest(),
  };
}

/** As in a refreshed sandbox: the records are those of the org it was made from, the org id is new. */
function giveAnotherId(store: RecordStore): void {
  const row = findRow(store, "Organization", () => true);
  if (row === undefined) return;
  store.purge("Organization", row.id);
  store.put({ ...row, id: store.mint("Organization") });
}

function organizationFacts(store: RecordStore, baseUrl: string): OrganizationFacts {
  const row = findRow(store, "Organization", () => true);
  const name = row?.values["Name"];
  return {
    id: row?.id ?? store.mint("Organization"),
    name: typeof name === "string" ? name : "Local Org",
    baseUrl,
  };
}
