import type { CompiledProject } from "../compile/compile-project.ts";
import { Engine } from "../runtime/engine.ts";
import type { CalloutAccess, DebugLine } from "../runtime/host.ts";
import { OrgRuntime } from "./org-runtime.ts";
export interface OpenOrgOptions {
    /** Records are kept in `records.sqlite` here; without it they live in memory. */
    readonly dataFolder?: string;
    /** Whether the org starts as a copy of the one whose records it finds: under another org id. */
    readonly isCopy?: boolean;
    /** Given the org that it will be part of. */
    readonly callouts: CalloutAccess | ((org: () => OrgRuntime) => CalloutAccess);
    /** What happened that nobody waits for: a skipped event batch, a failed job. */
    readonly log: (line: string) => void;
    readonly debug?: (line: DebugLine) => void;
}
export interface OpenOrg {
    readonly org: OrgRuntime;
    readonly engine: Engine;
}
export declare function openOrg(project: CompiledProject, options: OpenOrgOptions): OpenOrg;
