import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Org } from "./org.ts";

/** Runs an anonymous block as who sf is signed in as, in one transaction. */
export async function runApex(org: Org, lines: readonly string[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "anonymous-"));
  const file = path.join(folder, "block.apex");
  try {
    await writeFile(file, lines.map((line) => `${line}\n`).join(""));
    await org.command(["apex", "run", "--file", file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
