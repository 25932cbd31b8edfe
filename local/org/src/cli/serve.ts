import { randomBytes } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { PortTaken } from "../serve/http-server.ts";
import { OrgRefused, startLocalOrg } from "../serve/local-org.ts";
import type { LocalOrgOptions } from "../serve/options.ts";
import { UsageError, type Command } from "./command.ts";
import { INSPECT_OPTIONS, SERVED_INSPECT_USAGE, servedDebuggerPort } from "./debugger.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";

const DEFAULT_PORT = 8788;
const PATIENCE_WITH_DEBUGGER_MS = 1000;

export const serve: Command = {
  usage: `org serve [options]

${PROJECT_USAGE}
  --port N        default ${DEFAULT_PORT}
  --data DIR      keep records here (default: in memory)
  --org-copy      start as a copy of the org whose records are there, as a sandbox does: under another org id
  --api-requests N   allowance of API requests in 24 hours (default: 15000)
  --token-seconds N  how long an unused access token lives (default: 7200)
  --credential EXTERNAL_CREDENTIAL.PARAMETER=VALUE
                  a secret of an external credential; may be repeated
  --named-url NAMED_CREDENTIAL=URL
                  where callouts through a Named Credential go instead; may be repeated
${SERVED_INSPECT_USAGE}

An edit of the project, Apex or metadata, takes effect at once if all of it compiles; records, jobs and sessions stay. Otherwise it is
said what is wrong, and the org goes on with what it had.

Failures on purpose: POST {"kind": …, "count": N} to /_local/faults (without count: until DELETE). Kinds: unavailable;
timeout (holdMs, isCarriedOut); latency (ms); quotaExhausted; lockedRow (rows); at once expiredTokens, duplicateDelivery.`,
  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...PROJECT_OPTIONS,
        ...INSPECT_OPTIONS,
        port: { type: "string" },
        data: { type: "string" },
        "org-copy": { type: "boolean" },
        "api-requests": { type: "string" },
        "token-seconds": { type: "string" },
        credential: { type: "string", multiple: true },
        "named-url": { type: "string", multiple: true },
      },
    });
    const debuggerPort = servedDebuggerPort(values);
    const client = { clientId: "local-admin", clientSecret: randomBytes(16).toString("hex") };
    try {
      const org = await startLocalOrg({
        ...projectOptions(values),
        host: "127.0.0.1",
        port: wholeNumber("port", values.port, 65_535) ?? DEFAULT_PORT,
        credentials: credentialsOf(values.credential ?? []),
        namedCredentialUrls: Object.fromEntries(
          (values["named-url"] ?? []).map((each) => assignment("named-url", each)),
        ),
        ...limits(values["api-requests"], values["token-seconds"]),
        ...(values.data === undefined ? {} : { dataFolder: path.resolve(values.data) }),
        isCopy: values["org-copy"] ?? false,
        isWatched: true,
        ...(debuggerPort === undefined ? {} : { debuggerPort }),
        clients: [{ ...client, user: { alias: "admin", permissionSets: [] } }],
        log: (line) => console.error(line),
      });
      // Whoever reads the address may end the org at once.
      const asked = new Promise<void>((resolve) => {
        process.once("SIGINT", () => resolve());
        process.once("SIGTERM", () => resolve());
      });
      console.log(
        `The org answers at ${org.url}. Client credentials: ${client.clientId} ${client.clientSecret}`,
      );
      await asked;
      if (debuggerPort !== undefined)
        setTimeout(endAtBreakpoint, PATIENCE_WITH_DEBUGGER_MS).unref();
      await org.stop();
      return 0;
    } catch (error) {
      if (!(error instanceof OrgRefused || error instanceof PortTaken)) throw error;
      console.error(error.message);
      return 1;
    }
  },
};

/** A thread that stands at a breakpoint can be stopped by nothing else. What was committed is on disk. */
function endAtBreakpoint(): never {
  console.error("The org stands at a breakpoint, and is ended there.");
  process.kill(process.pid, "SIGKILL");
  throw new Error("a killed process goes on");
}

function wholeNumber(option: string, given: string | undefined, most: number): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new UsageError(`--${option} takes a number up to ${most}, not "${given}".`);
  return number;
}

function limits(
  requests: string | undefined,
  seconds: string | undefined,
): Pick<LocalOrgOptions, "dailyApiRequests" | "tokenLifetimeMs"> {
  const dailyApiRequests = wholeNumber("api-requests", requests, 1e9);
  const lifetime = wholeNumber("token-seconds", seconds, 1e9);
  return {
    ...(dailyApiRequests === undefined ? {} : { dailyApiRequests }),
    ...(lifetime === undefined ? {} : { tokenLifetimeMs: lifetime * 1000 }),
  };
}

/** `NAME=VALUE`. */
function assignment(option: string, given: string): readonly [string, string] {
  const at = given.indexOf("=");
  if (at <= 0) throw new UsageError(`--${option} takes NAME=VALUE, not "${given}".`);
  return [given.slice(0, at), given.slice(at + 1)];
}

function credentialsOf(given: readonly string[]): Record<string, Record<string, string>> {
  const credentials: Record<string, Record<string, string>> = {};
  for (const each of given) {
    const [path, value] = assignment("credential", each);
    const [credential = "", parameter] = path.split(".");
    if (parameter === undefined)
      throw new UsageError(
        `--credential takes EXTERNAL_CREDENTIAL.PARAMETER=VALUE, not "${path}=…".`,
      );
    credentials[credential] = { ...credentials[credential], [parameter]: value };
  }
  return credentials;
}
