import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** The content of the working tree as it is now: files of Git's and new ones, without what is ignored. */
export class Repository {
  /** Content hash by path relative to the root. */
  readonly #files: ReadonlyMap<string, string>;

  private constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  /** @returns undefined where Git cannot tell what belongs to the tree */
  static async read(root: string): Promise<Repository | undefined> {
    const options = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    const listed = await promisify(execFile)("git", options, {
      cwd: root,
      maxBuffer: 2 ** 26,
    }).then(
      ({ stdout }) => stdout.split("\0").filter((file) => file !== ""),
      () => undefined,
    );
    if (listed === undefined) return undefined;
    const files = new Map<string, string>();
    for (const file of [...new Set(listed)].sort()) {
      // Git goes on listing what was deleted.
      const content = await readFile(path.join(root, file)).catch(() => undefined);
      if (content !== undefined)
        files.set(file, createHash("sha256").update(content).digest("hex"));
    }
    return new Repository(files);
  }

  /**
   * @param reads which files count, by path relative to the root
   * @param facts what else the verdict depends on
   */
  fingerprint(reads: RegExp, ...facts: readonly string[]): string {
    const hash = createHash("sha256").update(JSON.stringify(facts));
    for (const [file, content] of this.#files)
      if (reads.test(file)) hash.update(`\n${file}\t${content}`);
    return hash.digest("hex");
  }
}
