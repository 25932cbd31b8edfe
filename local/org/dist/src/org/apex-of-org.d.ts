import type { CompiledProject } from "../compile/compile-project.ts";
import type { ApexAccess } from "./apex-access.ts";
import type { Engine } from "../runtime/engine.ts";
import type { DebugLine } from "../runtime/host.ts";
import type { OrgRuntime } from "./org-runtime.ts";
/** Passes System.debug's lines to whoever listens just now. */
export interface DebugTap {
    readonly receive: (line: DebugLine) => void;
    /** The lines of `work`, in the form of a debug log: `15:30:00.0 (0)|USER_DEBUG|[3]|DEBUG|text`. */
    during<T>(work: () => T): {
        readonly result: T;
        readonly lines: readonly string[];
    };
}
export declare function debugTap(now: () => number): DebugTap;
export declare function apexOf(project: CompiledProject, { org, engine }: {
    readonly org: OrgRuntime;
    readonly engine: Engine;
}, tap: DebugTap): ApexAccess;
