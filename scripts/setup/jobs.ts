import { glob, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Org } from "./org.ts";

/** Every Apex class with a static `schedule()`, which does nothing when its job is there already. */
export async function schedulableClasses(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("force-app/**/*.cls", { cwd: root })) {
    const source = await readFile(path.join(root, file), "utf8");
    if (/\bpublic static void schedule\(\s*\)/.test(source))
      found.push(path.basename(file, ".cls"));
  }
  return found.sort();
}

/** Also makes the org a place of its own: in a copy of another the jobs would do nothing. */
export async function scheduleJobs(org: Org, classes: readonly string[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "schedule-"));
  const file = path.join(folder, "schedule.apex");
  try {
    const lines = ["StripeHome.adopt();", ...classes.map((name) => `${name}.schedule();`)];
    await writeFile(file, lines.map((line) => `${line}\n`).join(""));
    await org.command(["apex", "run", "--file", file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
