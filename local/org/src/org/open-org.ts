/** An org around a compiled project: the engine that runs its Apex, and the runtime that holds its records. */
import path from "node:path";
import type { TransactionUsage } from "../async/transaction-usage.ts";
import type { AllocationSources } from "../runtime/allocations.ts";
import type { CompiledProject } from "../compile/compile-project.ts";
import type { CompiledUnit } from "../compile/output-cache.ts";
import { CompilationError } from "../emit/program-units.ts";
import { Engine } from "../runtime/engine.ts";
import { debuggableScript, plainScript } from "../runtime/unit-script.ts";
import type { CalloutAccess, Clock, DebugLine } from "../runtime/host.ts";
import type { UserSettings } from "../store/users.ts";
import { makeKeptFolder } from "./kept-folder.ts";
import { OrgRuntime, type Renewal } from "./org-runtime.ts";

export interface OpenOrgOptions {
  /** Records are kept in `records.sqlite` here; without it they live in memory. */
  readonly dataFolder?: string;
  /** Whether the org starts as a copy of the one whose records it finds: under another org id. */
  readonly isCopy?: boolean;
  /** What the administrator every org has is called, and where they work. */
  readonly administrator?: UserSettings;
  /** Given the org that it will be part of. */
  readonly callouts: CalloutAccess | ((org: () => OrgRuntime) => CalloutAccess);
  /** What happened that nobody waits for: a skipped event batch, a failed job. */
  readonly log: (line: string) => void;
  readonly debug?: (line: DebugLine) => void;
  /** Whether a debugger finds the Apex sources, and can stop in any of them before it has run. */
  readonly isDebuggable?: boolean;
  /** What Apex and the records take for now. By default the machine's. */
  readonly clock?: Clock;
  /** Of the org's allocations: what they are counted by, and those that are not a Developer Edition's. By default the clock, and none. */
  readonly allocations?: Pick<AllocationSources, "now" | "maxima">;
  /** Hears what every transaction used, once it has ended. */
  readonly ended?: (usage: TransactionUsage) => void;
}

export interface OpenOrg {
  readonly org: OrgRuntime;
  readonly engine: Engine;
  /** Takes in what of the project was edited, and loads its classes anew. Between transactions. */
  renew(renewal: Renewal): void;
}

const BASE_URL = "https://local.my.salesforce.com";

export function openOrg(project: CompiledProject, options: OpenOrgOptions): OpenOrg {
  const isDebuggable = options.isDebuggable ?? false;
  const engine = new Engine(
    project.units,
    project.schema,
    isDebuggable ? debuggableScript : plainScript,
  );
  if (isDebuggable) loadAll(engine, project);
  const org: OrgRuntime = new OrgRuntime({
    schema: project.schema,
    classes: engine,
    triggers: project.triggers,
    runTrigger: (name) => engine.runTrigger(name),
    clock: options.clock ?? { now: () => Date.now() },
    ...(options.allocations === undefined ? {} : { allocations: options.allocations }),
    callouts:
      typeof options.callouts === "function" ? options.callouts(() => org) : options.callouts,
    baseUrl: BASE_URL,
    isCopy: options.isCopy ?? false,
    administrator: options.administrator ?? {},
    dataFile: options.dataFolder === undefined ? null : recordsFile(options.dataFolder),
    debug: (line) => options.debug?.(line),
    ended: (usage) => options.ended?.(usage),
    log: options.log,
  });
  return {
    org,
    engine,
    renew(renewal) {
      engine.renew();
      if (isDebuggable) loadAll(engine, project);
      org.renew(renewal);
    },
  };
}

/** All that compiles: a class that stands on one which does not says so when it is reached. */
function loadAll(engine: Engine, { classes, triggers }: CompiledProject): void {
  const load = (kind: "class" | "trigger", { name, emitted }: CompiledUnit): void => {
    if (emitted === null) return;
    try {
      engine.load(kind, name);
    } catch (error) {
      if (!(error instanceof CompilationError)) throw error;
    }
  };
  for (const unit of classes) load("class", unit);
  for (const unit of triggers) load("trigger", unit);
}

function recordsFile(folder: string): string {
  makeKeptFolder(folder);
  return path.join(folder, "records.sqlite");
}
