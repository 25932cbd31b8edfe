/** What a compilation depends on: the compiler itself, and everything of the project that it reads. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
const SOURCE = path.resolve(import.meta.dirname, "..");
let compiler;
/** Changes whenever any source file of this package does, so that no output of another compiler is ever taken for this one's. */
export function compilerFingerprint() {
    compiler ??= hashFolder(SOURCE);
    return compiler;
}
export function fingerprint(parts) {
    const hash = createHash("sha256");
    for (const part of parts)
        addText(hash, part);
    return hash.digest("hex");
}
function hashFolder(folder) {
    const hash = createHash("sha256");
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
        if (!entry.isFile() || entry.name.endsWith(".test.ts"))
            continue;
        const file = path.join(entry.parentPath, entry.name);
        addText(hash, path.relative(folder, file));
        hash.update(readFileSync(file));
    }
    return hash.digest("hex");
}
function byPath(a, b) {
    return path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1;
}
/** With its length, so that two parts never run into each other. */
function addText(hash, text) {
    hash.update(`${Buffer.byteLength(text)}:`).update(text);
}
