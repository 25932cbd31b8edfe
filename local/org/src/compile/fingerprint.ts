/** What a compilation depends on: the compiler itself, and everything of the project that it reads. */
import { createHash, randomUUID, type Hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const SOURCE = path.resolve(import.meta.dirname, "..");

let compiler: string | undefined;

/**
 * Changes whenever any source file of this package does, so that no output of another compiler is ever taken for this one's.
 * @param cacheFolder where it is kept between runs, for as long as no file was touched
 */
export function compilerFingerprint(cacheFolder: string): string {
  compiler ??= folderFingerprint(SOURCE, path.join(cacheFolder, "compiler.json"));
  return compiler;
}

/**
 * Asking when files changed takes a fraction of reading them all.
 * @param now epoch ms
 */
export function folderFingerprint(folder: string, keptIn: string, now = Date.now()): string {
  const files = filesOf(folder);
  const { stamp, newest } = stampOf(folder, files);
  const known = readKept(keptIn);
  if (known?.stamp === stamp) return known.hash;
  const hash = hashFiles(folder, files);
  // A file may change once more within what a file system takes for one moment.
  if (now - newest > SETTLED_MS) keep(keptIn, { stamp, hash });
  return hash;
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

interface KeptFingerprint {
  /** Of when the files were changed. */
  readonly stamp: string;
  /** Of what they say. */
  readonly hash: string;
}

const SETTLED_MS = 2_000;

/** Relative to the folder, sorted. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function stampOf(
  folder: string,
  files: readonly string[],
): { readonly stamp: string; readonly newest: number } {
  let newest = 0;
  const parts = files.map((file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path.join(folder, file));
    newest = Math.max(newest, mtimeMs, ctimeMs);
    return `${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  });
  return { stamp: fingerprint([folder, ...parts]), newest };
}

function hashFiles(folder: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    addText(hash, file);
    hash.update(readFileSync(path.join(folder, file)));
  }
  return hash.digest("hex");
}

function readKept(file: string): KeptFingerprint | null {
  try {
    // Only this module writes it; where it is damaged, nothing is known.
    return JSON.parse(readFileSync(file, "utf8")) as KeptFingerprint | null;
  } catch {
    return null;
  }
}

function keep(file: string, kept: KeptFingerprint): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  writeFileSync(draft, JSON.stringify(kept));
  renameSync(draft, file);
}

/** With its length, so that two parts never run into each other. */
function addText(hash: Hash, text: string): void {
  hash.update(`${Buffer.byteLength(text)}:`).update(text);
}
