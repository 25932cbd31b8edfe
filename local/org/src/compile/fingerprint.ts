/** What a compilation depends on: the compiler itself, and everything of the project that it reads. */
import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SOURCE = path.resolve(import.meta.dirname, "..");

let compiler: string | undefined;

/** Changes whenever any source file of this package does, so that no output of another compiler is ever taken for this one's. */
export function compilerFingerprint(): string {
  compiler ??= hashFolder(SOURCE);
  return compiler;
}

export function fingerprint(parts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const part of parts) addText(hash, part);
  return hash.digest("hex");
}

/** The nearest folder that has all of them; of one, itself. Absolute. */
export function folderOfAll(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((each) => path.resolve(each).split(path.sep));
  const differs = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (differs < 0 ? first : first.slice(0, differs)).join(path.sep) || path.sep;
}

function hashFolder(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
    if (!entry.isFile() || entry.name.endsWith(".test.ts")) continue;
    const file = path.join(entry.parentPath, entry.name);
    addText(hash, path.relative(folder, file));
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

function byPath(
  a: { parentPath: string; name: string },
  b: { parentPath: string; name: string },
): number {
  return path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1;
}

/** With its length, so that two parts never run into each other. */
function addText(hash: Hash, text: string): void {
  hash.update(`${Buffer.byteLength(text)}:`).update(text);
}
