/** Compiled projects, kept whole by the fingerprint of everything they were made from. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, } from "node:fs";
import path from "node:path";
/** Projects under work change often; only the newest few outputs are worth their space. */
const KEPT = 12;
export function readOutput(folder, key) {
    try {
        // Only this module writes here, and the key is the hash of all that the output was made from.
        return JSON.parse(readFileSync(fileOf(folder, key), "utf8"));
    }
    catch {
        return null;
    }
}
/** Written beside its place and renamed: no reader sees half an output. */
export function writeOutput(folder, key, output) {
    mkdirSync(folder, { recursive: true });
    const draft = path.join(folder, `${randomUUID()}.draft`);
    writeFileSync(draft, JSON.stringify(output));
    renameSync(draft, fileOf(folder, key));
    forgetOldest(folder);
}
function fileOf(folder, key) {
    return path.join(folder, `${key}.json`);
}
function forgetOldest(folder) {
    const files = readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .flatMap((name) => {
        const file = path.join(folder, name);
        const stats = statSync(file, { throwIfNoEntry: false });
        return stats === undefined ? [] : [{ file, at: stats.mtimeMs }];
    })
        .sort((a, b) => b.at - a.at);
    for (const { file } of files.slice(KEPT))
        rmSync(file, { force: true });
}
