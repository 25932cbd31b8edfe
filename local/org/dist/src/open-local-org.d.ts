/**
 * A whole org in this process, from a compiled project: its records, its Apex, its REST API. What serves one over HTTP, what tests one and
 * what runs a project's tests all open it here.
 */
import type { TestRun } from "./apex-tests/outcome.ts";
import type { CompiledProject } from "./compile/compile-project.ts";
import type { ApexAccess } from "./org/apex-access.ts";
import { type OpenOrg, type OpenOrgOptions } from "./org/open-org.ts";
import { type ProjectRunOptions } from "./org/run-project-tests.ts";
import type { RestApiParts } from "./rest/context.ts";
import { type RestApi } from "./rest/router.ts";
import { type OAuthClient } from "./rest/sessions.ts";
import type { OrgRuntime } from "./org/org-runtime.ts";
export interface LocalOrgSettings extends Partial<Omit<OpenOrgOptions, "debug">> {
    /** Epoch ms: of sessions, of the allowance and of debug lines. By default the machine's. */
    readonly now?: () => number;
    /** OAuth clients, given the org whose users they run as. By default none. */
    readonly clients?: (org: OrgRuntime) => readonly OAuthClient[];
    /** Requests a rolling 24 hours. */
    readonly dailyApiRequests?: number;
    readonly tokenLifetimeMs?: number;
}
export interface OpenedLocalOrg extends OpenOrg {
    readonly apex: ApexAccess;
    readonly api: RestApi;
    /** What the API stands on: its sessions, its allowance, the work it leaves for later. */
    readonly parts: RestApiParts;
    /** Runs the project's tests, all classes or those named (in any case). */
    runTests(names?: readonly string[], options?: ProjectRunOptions): TestRun;
}
export declare function openLocalOrg(project: CompiledProject, settings?: LocalOrgSettings): OpenedLocalOrg;
