/** `--inspect`: waits for a JavaScript debugger, which then sees the project's Apex. */
import inspector from "node:inspector";
import type { ParseArgsOptionsConfig } from "node:util";
import { UsageError } from "./command.ts";

export const INSPECT_OPTIONS = {
  inspect: { type: "boolean" },
  "inspect-brk": { type: "boolean" },
  "inspect-port": { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

export const INSPECT_USAGE = `  --inspect       wait for a JavaScript debugger: breakpoints in .cls and .trigger files hold
  --inspect-brk   and stop before anything runs, so that breakpoints can be set then
  --inspect-port N   where it is waited for (default: 9229; 0 takes any)`;

const DEFAULT_PORT = 9229;
const HIGHEST_PORT = 65_535;

export interface InspectValues {
  readonly inspect?: boolean | undefined;
  readonly "inspect-brk"?: boolean | undefined;
  readonly "inspect-port"?: string | undefined;
}

export function isInspected(values: InspectValues): boolean {
  return values.inspect === true || values["inspect-brk"] === true;
}

/** Opens the port and returns once a debugger is there. Node itself says where it listens. */
export function waitForDebugger(values: InspectValues): void {
  inspector.open(portOf(values), "127.0.0.1", true);
  // eslint-disable-next-line no-debugger -- this is what was asked for
  if (values["inspect-brk"] === true) debugger;
}

/** @throws UsageError where it is no port */
export function portOf({ "inspect-port": given }: InspectValues): number {
  if (given === undefined) return DEFAULT_PORT;
  const port = Number(given);
  if (given === "" || !Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new UsageError(`--inspect-port takes a number up to ${HIGHEST_PORT}, not "${given}".`);
  return port;
}
