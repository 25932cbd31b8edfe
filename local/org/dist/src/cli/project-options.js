/** Options that every command which reads a project understands. */
import path from "node:path";
import { CACHE_FOLDER } from "../cache-folder.js";
export const PROJECT_OPTIONS = {
    project: { type: "string" },
    path: { type: "string", multiple: true },
    "no-cache": { type: "boolean" },
};
export const PROJECT_USAGE = `  --project DIR   the SFDX project (default: this folder)
  --path DIR      read this folder instead of the project's packageDirectories; may be repeated
  --no-cache      compile everything anew`;
/** Of commands that look into an org's records. */
export const DATA_OPTIONS = { data: { type: "string" } };
export const DATA_USAGE = "  --data DIR      the records kept here (default: a new, empty org)";
export function projectOptions(values) {
    const project = path.resolve(values.project ?? ".");
    const paths = values.path === undefined ? [project] : values.path.map((each) => path.resolve(each));
    // One cache for all projects: entries are found by what they were made from.
    return values["no-cache"] === true ? { paths } : { paths, cacheFolder: CACHE_FOLDER };
}
