import path from "node:path";
import { compileProject } from "../compile/compile-project.js";
import { CALLOUTS_REFUSED } from "../org/callouts-refused.js";
import { openOrg } from "../org/open-org.js";
/** The project's org with the records of a folder. Classes that do not compile are told of, and fail only who reaches them. */
export function openedOrg(options, data, debug = () => undefined) {
    const project = compileProject({ ...options, onProgress: (line) => console.error(line) });
    const broken = project.diagnostics.length;
    if (broken > 0)
        console.error(`${broken} ${broken === 1 ? "problem" : "problems"} in the project: see org check.`);
    const opened = openOrg(project, {
        ...(data === undefined ? {} : { dataFolder: path.resolve(data) }),
        callouts: CALLOUTS_REFUSED,
        log: (line) => console.error(line),
        debug,
    });
    return { project, ...opened };
}
