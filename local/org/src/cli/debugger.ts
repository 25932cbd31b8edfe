/** `--inspect`: a JavaScript debugger sees the project's Apex. */
import type { ParseArgsOptionsConfig } from "node:util";
import { openDebuggerPort, type DebuggerPort } from "../org/debugger-port.ts";
import { UsageError } from "./command.ts";

export const INSPECT_OPTIONS = {
  inspect: { type: "boolean" },
  "inspect-brk": { type: "boolean" },
  "inspect-port": { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

export const INSPECT_USAGE = `  --inspect       wait for a JavaScript debugger: breakpoints in .cls and .trigger files hold
  --inspect-brk   and stop before anything runs, so that breakpoints can be set then
  --inspect-port N   where it is waited for (default: 9229; 0 takes any)`;

/** Of a command that goes on and on: nobody need be there yet. */
export const SERVED_INSPECT_USAGE = `  --inspect       let a JavaScript debugger attach: breakpoints in .cls and .trigger files hold for what requests run
  --inspect-brk   wait for it, and stop before anything runs
  --inspect-port N   where it attaches (default: 9229; 0 takes any)`;

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

/** Returns once a debugger is there. */
export function waitForDebugger(values: InspectValues): void {
  const stopsFirst = values["inspect-brk"] === true;
  openDebuggerPort({ port: portOf(values), isAwaited: true, stopsFirst });
}

/** undefined where no debugger is meant to attach. */
export function servedDebuggerPort(values: InspectValues): DebuggerPort | undefined {
  if (!isInspected(values)) return undefined;
  const stopsFirst = values["inspect-brk"] === true;
  return { port: portOf(values), isAwaited: stopsFirst, stopsFirst };
}

/** @throws UsageError where it is no port */
export function portOf({ "inspect-port": given }: InspectValues): number {
  if (given === undefined) return DEFAULT_PORT;
  const port = Number(given);
  if (given === "" || !Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new UsageError(`--inspect-port takes a number up to ${HIGHEST_PORT}, not "${given}".`);
  return port;
}
