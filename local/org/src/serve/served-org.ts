/** An org in the engine's thread, from when it is opened until it is stopped. */
import type { CompileOptions } from "../compile/compile-project.ts";
import type { ProjectUnderWork } from "../compile/project-under-work.ts";
import { openLocalOrg, type OpenedLocalOrg } from "../open-local-org.ts";
import { closeDebuggerPort, openDebuggerPort } from "../org/debugger-port.ts";
import type { OrgRuntime } from "../org/org-runtime.ts";
import type { RestRequest } from "../rest/http.ts";
import type { OAuthClient } from "../rest/sessions.ts";
import { FolderError, makeKeptFolder } from "../org/kept-folder.ts";
import { ProjectPathError } from "../schema/project.ts";
import { formatDiagnostic } from "../syntax/diagnostic.ts";
import { watchSources } from "../watch/source-watcher.ts";
import { blockingCallouts } from "./callouts/blocking-callouts.ts";
import { withCustomMetadata } from "./custom-metadata-changes.ts";
import { LiveProject } from "./live-project.ts";
import type { EngineData, FromEngine } from "./messages.ts";
import type { LocalOrgOptions, LocalOrgUser } from "./options.ts";
import { ADMINISTRATOR_USERNAME, type UserSettings } from "../store/users.ts";
import { usernameOf, withTriggerUsers } from "./trigger-users.ts";

/** How long a request waits for what it, or others before it, left behind. */
const LONGEST_WAIT_MS = 5000;

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface ServedOrg {
  answer(id: number, request: RestRequest): void;
  stop(): void;
}

type Reply = (message: FromEngine) => void;
/** @throws ProjectPathError */
type Compile = (options: CompileOptions) => ProjectUnderWork;

/** Replies that it is ready, or why not: null then. */
export function openServedOrg(data: EngineData, compile: Compile, reply: Reply): ServedOrg | null {
  const opened = open(data, compile, reply);
  if (opened !== null) return serve(data, opened, reply);
  data.calloutPort.close();
  return null;
}

/** null where the paths cannot be read, which has been said. */
function compiled(
  { paths, packages, cacheFolder }: LocalOrgOptions,
  compile: Compile,
  reply: Reply,
): ProjectUnderWork | null {
  try {
    return compile({
      paths,
      ...(packages === undefined ? {} : { packages }),
      ...(cacheFolder === undefined ? {} : { cacheFolder }),
      onProgress: (line) => reply({ kind: "log", line }),
    });
  } catch (error) {
    if (!(error instanceof ProjectPathError)) throw error;
    reply({ kind: "refused", reasons: [error.message] });
    return null;
  }
}

/** Before what takes long. False where nothing can be kept there, which has been said. */
function hasItsFolder({ dataFolder }: LocalOrgOptions, reply: Reply): boolean {
  if (dataFolder === undefined) return true;
  try {
    makeKeptFolder(dataFolder);
    return true;
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    reply({ kind: "refused", reasons: [error.message] });
    return false;
  }
}

interface Opened {
  readonly org: OpenedLocalOrg;
  readonly live: LiveProject;
}

function open({ options, calloutPort }: EngineData, compile: Compile, reply: Reply): Opened | null {
  const log = (line: string): void => reply({ kind: "log", line });
  if (!hasItsFolder(options, reply)) return null;
  const work = compiled(options, compile, reply);
  if (work === null) return null;
  const { project } = work;
  const errors = project.diagnostics.filter(({ kind }) => kind === "error");
  // As a deploy: all of it compiles, or none of it is there.
  if (errors.length > 0) {
    reply({ kind: "refused", reasons: errors.map(formatDiagnostic) });
    return null;
  }
  const live = new LiveProject(work, (schema) =>
    withCustomMetadata(
      withTriggerUsers(schema, options.eventTriggerUsers ?? {}),
      options.customMetadata ?? {},
    ),
  );
  for (const line of live.remarks) log(line);
  const served = live.project;
  const org = openLocalOrg(served, {
    ...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
    ...(options.dailyApiRequests === undefined
      ? {}
      : { dailyApiRequests: options.dailyApiRequests }),
    ...(options.tokenLifetimeMs === undefined ? {} : { tokenLifetimeMs: options.tokenLifetimeMs }),
    isCopy: options.isCopy ?? false,
    administrator: administrator(options),
    isDebuggable: options.debuggerPort !== undefined,
    callouts: (opening) =>
      blockingCallouts(
        calloutPort,
        {
          schema: served.schema,
          get remoteSites() {
            return served.remoteSites;
          },
          parameters: options.credentials ?? {},
          urls: options.namedCredentialUrls ?? {},
        },
        (userId, principal) => opening().hasPrincipal(userId, principal),
      ),
    log,
    clients: (opening) => usersAndClients(opening, options),
  });
  return { org, live };
}

function servedUsers({ users = [], clients }: LocalOrgOptions): readonly LocalOrgUser[] {
  return [...users, ...clients.map(({ user }) => user)];
}

function administrator(options: LocalOrgOptions): UserSettings {
  return (
    servedUsers(options).find(({ alias }) => usernameOf(alias) === ADMINISTRATOR_USERNAME) ?? {}
  );
}

/** Makes the users the org is served with, and gives the clients that run as some of them. */
function usersAndClients(org: OrgRuntime, options: LocalOrgOptions): readonly OAuthClient[] {
  for (const user of options.users ?? []) ensure(org, user);
  return options.clients.map(({ clientId, clientSecret, user }) => ({
    clientId,
    clientSecret,
    userId: ensure(org, user),
  }));
}

/** @throws Error when the project has not what the user is given */
function ensure(
  org: OrgRuntime,
  { alias, permissionSets, profile, groups = [], ...settings }: LocalOrgUser,
): string {
  const { id } = org.ensureUser(usernameOf(alias), alias, permissionSets, profile, settings);
  for (const group of groups) org.joinGroup(id, group);
  return id;
}

function ensureServedUsers(
  org: OrgRuntime,
  options: LocalOrgOptions,
  log: (line: string) => void,
): void {
  for (const user of servedUsers(options)) {
    try {
      ensure(org, user);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      log(`${user.alias}: ${error.message}`);
    }
  }
}

function serve(
  { options, calloutPort }: EngineData,
  { org: opening, live }: Opened,
  reply: Reply,
): ServedOrg {
  const { org, api, parts } = opening;
  const log = (line: string): void => reply({ kind: "log", line });
  if (options.debuggerPort !== undefined) openDebuggerPort(options.debuggerPort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isGoingOn = false;
  /** Delayed jobs run when they are due, whether or not anybody asks; what takes long goes on between requests. */
  const settle = (patienceMs: number): void => {
    if (isStopped) return;
    clearTimeout(timer);
    const until = Date.now() + patienceMs;
    if (org.settle(() => Date.now() >= until)) {
      if (!isGoingOn) setImmediate(goOn);
      isGoingOn = true;
      return;
    }
    const due = org.nextDueAt;
    // A timer that is set further ahead goes off at once.
    if (due !== null)
      timer = setTimeout(goOn, Math.min(Math.max(0, due - Date.now()), LONGEST_TIMER_MS));
  };
  const goOn = (): void => {
    isGoingOn = false;
    settle(0);
  };
  /** This thread does one thing at a time: no transaction is running. */
  const takeEdit = (files: ReadonlySet<string>): void => {
    for (const line of live.edited(files, opening)) log(line);
    // A permission set or a group that was gone and came back has lost them.
    ensureServedUsers(org, options, log);
  };
  /** One step a turn: requests come in between. */
  const work = (): void => {
    if (isStopped || !parts.background.runNext()) return;
    settle(0);
    setImmediate(work);
  };
  parts.background.onWork(() => setImmediate(work));
  const watcher = options.isWatched === true ? watchSources(options.paths, takeEdit) : null;
  settle(LONGEST_WAIT_MS);
  reply({ kind: "ready" });
  return {
    /**
     * What the request left behind is done before it is answered: an event the caller was told is taken has had its effect. Unless that is
     * a chain of jobs which goes on and on: nobody's request waits for another's.
     */
    answer(id, request) {
      const response = api.handle(request);
      settle(LONGEST_WAIT_MS);
      reply({ kind: "response", id, response });
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      watcher?.close();
      if (options.debuggerPort !== undefined) closeDebuggerPort();
      org.close();
      calloutPort.close();
    },
  };
}
