import { type CompiledProject } from "../compile/compile-project.ts";
import { type OpenOrg } from "../org/open-org.ts";
import type { DebugLine } from "../runtime/host.ts";
import type { ProjectOptions } from "./project-options.ts";
export interface OpenedProject extends OpenOrg {
    readonly project: CompiledProject;
}
/** The project's org with the records of a folder. Classes that do not compile are told of, and fail only who reaches them. */
export declare function openedOrg(options: ProjectOptions, data: string | undefined, debug?: (line: DebugLine) => void): OpenedProject;
