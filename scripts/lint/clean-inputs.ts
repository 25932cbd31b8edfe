import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const fingerprints = z.array(z.string());

/**
 * The inputs a check has found nothing wrong with, by content, kept from run to run. What failed is not kept: it is checked again
 * and told again.
 */
export class CleanInputs {
  readonly #file: string | undefined;
  readonly #known: ReadonlySet<string>;

  private constructor(file: string | undefined, known: ReadonlySet<string>) {
    this.#file = file;
    this.#known = known;
  }

  /** @param file need not be there yet; one that cannot be read counts as empty. Without a file nothing is kept. */
  static async open(file: string | undefined): Promise<CleanInputs> {
    if (file === undefined) return new CleanInputs(undefined, new Set());
    const text = await readFile(file, "utf8").catch(() => "[]");
    const parsed = fingerprints.safeParse(parseJson(text));
    return new CleanInputs(file, new Set(parsed.success ? parsed.data : []));
  }

  has(fingerprint: string): boolean {
    return this.#known.has(fingerprint);
  }

  /** From now on these are the clean inputs, and no others. */
  async keep(clean: readonly string[]): Promise<void> {
    if (this.#file === undefined) return;
    await mkdir(path.dirname(this.#file), { recursive: true });
    // Two runs at once each leave a whole file.
    const unfinished = `${this.#file}.${process.pid}`;
    await writeFile(unfinished, JSON.stringify([...new Set(clean)]));
    await rename(unfinished, this.#file);
  }
}

/** One fingerprint for files and where they lie; `facts` are what else the check's verdict depends on. */
export async function fingerprintOf(
  folder: string,
  files: readonly string[],
  ...facts: readonly string[]
): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(facts));
  for (const file of [...files].sort()) {
    const content = await readFile(path.resolve(folder, file));
    hash.update(`\n${path.relative(folder, path.resolve(folder, file))}\t${content.length}\n`);
    hash.update(content);
  }
  return hash.digest("hex");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
