import { readFileSync } from "node:fs";
import { join } from "node:path";
const DIRECTORY = join(import.meta.dirname, "generated");
/** The namespaces that have a file. */
export function generatedNamespaces() {
    // Written by scripts/generate-signatures.ts, and a test compares it with what that writes.
    const index = readJson("index.json");
    return index.namespaces;
}
/** The declarations of one namespace by simple name ("InboundEmail.Header" for an inner type). */
export function generatedNamespace(name) {
    // As above: the generator writes exactly this.
    return readJson(`${name}.json`);
}
function readJson(file) {
    return JSON.parse(readFileSync(join(DIRECTORY, file), "utf8"));
}
