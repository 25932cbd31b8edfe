/** An org around a compiled project: the engine that runs its Apex, and the runtime that holds its records. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { Engine } from "../runtime/engine.js";
import { OrgRuntime } from "./org-runtime.js";
const BASE_URL = "https://local.my.salesforce.com";
export function openOrg(project, options) {
    const engine = new Engine(project.units, project.schema);
    const org = new OrgRuntime({
        schema: project.schema,
        classes: engine,
        triggers: project.triggers,
        runTrigger: (name) => engine.runTrigger(name),
        clock: { now: () => Date.now() },
        callouts: typeof options.callouts === "function" ? options.callouts(() => org) : options.callouts,
        baseUrl: BASE_URL,
        isCopy: options.isCopy ?? false,
        dataFile: options.dataFolder === undefined ? null : recordsFile(options.dataFolder),
        debug: (line) => options.debug?.(line),
        log: options.log,
    });
    return { org, engine };
}
function recordsFile(folder) {
    mkdirSync(folder, { recursive: true });
    return path.join(folder, "records.sqlite");
}
