/**
 * Parsed files, kept by content: the parser rebuilds its prediction tables in every process, which costs more than everything after it.
 * An entry holds the unit and its diagnostics without the file's name, which is put back on the way out.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
/** Changes whenever the same text would give another tree: with the AST, the lowering or the parser. */
const FORMAT = "2";
/**
 * The parse function, answered from the folder when the same text was parsed before. Several processes may share the folder. An entry
 * that cannot be read counts as missing; one that cannot be written throws, since the folder is the caller's to provide.
 */
export function cachedParse(folder, kind, parse) {
    return (file, text) => {
        const path = join(folder, `${keyOf(kind, text)}.json`);
        const known = read(path, kind);
        if (known !== null)
            return withFile(known, file);
        const parsed = parse(file, text);
        write(folder, path, parsed);
        return parsed;
    };
}
function keyOf(kind, text) {
    return createHash("sha256").update(`${FORMAT}\n${kind}\n`).update(text).digest("hex");
}
function withFile(parsed, file) {
    const diagnostics = parsed.diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
    return { unit: parsed.unit, diagnostics };
}
function read(path, kind) {
    try {
        // Only this module writes here, under a name that is the hash of what was parsed; the checks below catch a damaged file.
        const entry = JSON.parse(readFileSync(path, "utf8"));
        const isWhole = Array.isArray(entry?.diagnostics) && (entry.unit === null || entry.unit.kind === kind);
        return isWhole ? entry : null;
    }
    catch {
        return null;
    }
}
/** Written beside its place and renamed, so that no reader ever sees half an entry. */
function write(folder, path, parsed) {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `${randomUUID()}.draft`);
    try {
        writeFileSync(draft, JSON.stringify(parsed));
        renameSync(draft, path);
    }
    catch (error) {
        rmSync(draft, { force: true });
        throw error;
    }
}
