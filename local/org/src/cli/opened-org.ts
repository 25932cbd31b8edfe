import path from "node:path";
import { compileProject, type CompiledProject } from "../compile/compile-project.ts";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.ts";
import { openOrg, type OpenOrg } from "../org/open-org.ts";
import type { DebugLine } from "../runtime/host.ts";
import type { ProjectOptions } from "./project-options.ts";

export interface OpenedProject extends OpenOrg {
  readonly project: CompiledProject;
}

export interface OpenedOrgOptions {
  readonly debug?: (line: DebugLine) => void;
  readonly isDebuggable?: boolean;
}

/** The project's org with the records of a folder. Classes that do not compile are told of, and fail only who reaches them. */
export function openedOrg(
  options: ProjectOptions,
  data: string | undefined,
  { debug, isDebuggable = false }: OpenedOrgOptions = {},
): OpenedProject {
  const project = compileProject({ ...options, onProgress: (line) => console.error(line) });
  const broken = project.diagnostics.length;
  if (broken > 0)
    console.error(
      `${broken} ${broken === 1 ? "problem" : "problems"} in the project: see org check.`,
    );
  const opened = openOrg(project, {
    ...(data === undefined ? {} : { dataFolder: path.resolve(data) }),
    callouts: CALLOUTS_REFUSED,
    log: (line) => console.error(line),
    ...(debug === undefined ? {} : { debug }),
    isDebuggable,
  });
  return { project, ...opened };
}
