/**
 * Anonymous blocks that compiled, kept by their text and by what they compiled against. A start runs the same ones each time, and to compile
 * one, every class of the project has to be parsed and settled first.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { EmittedUnit } from "../runtime/unit.ts";

/** Some 5 KB each. Most are run once, with the ids of records in them. */
const MOST = 500;

/**
 * The compile function, answered from the folder when the same text was compiled before.
 * @param project what tells everything apart that a block can see; see `compilationOf`
 */
export function keptBlocks(
  folder: string,
  project: string,
  compile: (text: string) => EmittedUnit,
): (text: string) => EmittedUnit {
  return (text) => {
    const key = createHash("sha256").update(`${project}\n`).update(text).digest("hex");
    const file = path.join(folder, `${key}.json`);
    const known = read(file);
    if (known !== null) return known;
    const emitted = compile(text);
    write(folder, file, emitted);
    return emitted;
  };
}

function read(file: string): EmittedUnit | null {
  try {
    // Only this module writes here, and the name is the hash of all that the block was made from.
    return JSON.parse(readFileSync(file, "utf8")) as EmittedUnit | null;
  } catch {
    return null;
  }
}

/** Written beside its place and renamed: no reader sees half a block. When there are too many, all of them go. */
function write(folder: string, file: string, emitted: EmittedUnit): void {
  mkdirSync(folder, { recursive: true });
  const kept = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (kept.length >= MOST)
    for (const name of kept) rmSync(path.join(folder, name), { force: true });
  const draft = path.join(folder, `${randomUUID()}.draft`);
  writeFileSync(draft, JSON.stringify(emitted));
  renameSync(draft, file);
}
