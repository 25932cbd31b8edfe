import { TransactionRunner } from "../async/transaction-runner.ts";
import { type TriggerDeclaration } from "../dml/apex-triggers.ts";
import type { CalloutAccess, Clock, DebugLine, Host, RunningUser } from "../runtime/host.ts";
import type { ProjectClasses } from "../runtime/project-classes.ts";
import type { Quiddity } from "../runtime/transaction.ts";
import type { Schema } from "../schema/schema.ts";
import { RecordStore } from "../store/record-store.ts";
import type { Org, Selected, SystemRow } from "./org.ts";
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
    /** SQLite file of the committed records; null keeps them in memory. */
    readonly dataFile: string | null;
    readonly debug: (line: DebugLine, transaction: {
        readonly requestId: string;
        readonly quiddity: Quiddity;
    }) => void;
    /** Failed jobs, skipped events: what nobody waits for. */
    readonly log: (line: string) => void;
}
export declare class OrgRuntime implements Org {
    readonly host: Host;
    readonly store: RecordStore;
    readonly runner: TransactionRunner;
    private readonly parts;
    private readonly data;
    private readonly bus;
    private readonly jobs;
    private readonly persistence;
    constructor(parts: OrgRuntimeParts);
    user(id: string): RunningUser | undefined;
    get administrator(): RunningUser;
    /** @throws Error when there is no such user. */
    userNamed(username: string): RunningUser;
    /** The user, made when the org does not have it: an administrator, or one with these permission sets and this profile. */
    ensureUser(username: string, alias: string, permissionSets: readonly string[], profileName?: string): RunningUser;
    transact<T>(as: RunningUser, quiddity: Quiddity, work: () => T): T;
    select(text: string, as: RunningUser, options: {
        readonly allRows: boolean;
    }): Selected;
    keep(object: string, id: string | null, values: SystemRow): string;
    /** Whether a permission set of the user gives a principal of an external credential: `Stripe-Main`. Administrators have them all. */
    hasPrincipal(userId: string, principal: string): boolean;
    deliverNextBatchTwice(): void;
    settle(): void;
    /** Epoch ms at which the next delayed job is due; null when none waits. */
    get nextDueAt(): number | null;
    close(): void;
}
