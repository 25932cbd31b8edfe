/** Projects that orgs are opened from, one after the other in one thread. */
import { statSync } from "node:fs";
import type { CompileOptions } from "../compile/compile-project.ts";
import { fingerprint } from "../compile/fingerprint.ts";
import { ProjectUnderWork } from "../compile/project-under-work.ts";
import { projectFiles } from "../schema/project.ts";

/** @throws ProjectPathError */
export function compiledAnew(options: CompileOptions): ProjectUnderWork {
  return new ProjectUnderWork(options);
}

/** Remembers the last one: the next org of the same project reads and compiles nothing while none of its files was touched. */
export class LastProject {
  #last: { readonly stamp: string; readonly work: ProjectUnderWork } | null = null;

  /** @throws ProjectPathError */
  workOn(options: CompileOptions): ProjectUnderWork {
    const stamp = stampOf(options);
    if (this.#last?.stamp !== stamp) this.#last = { stamp, work: compiledAnew(options) };
    return this.#last.work;
  }
}

/** Of what is compiled, and of when each file was changed; taken before any is read. */
function stampOf({ paths, packages = [], cacheFolder = "" }: CompileOptions): string {
  const { files } = projectFiles(paths);
  const changes = files.map((file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    return `${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  });
  return fingerprint([JSON.stringify([paths, packages, cacheFolder]), ...changes]);
}
