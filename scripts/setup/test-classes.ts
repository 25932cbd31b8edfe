import { glob, readFile } from "node:fs/promises";
import path from "node:path";

/** Names of this project's classes that hold tests: those and no others are run when it is deployed. */
export async function testClasses(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob("force-app/**/*.cls", { cwd: root })) {
    const source = await readFile(path.join(root, file), "utf8");
    if (/^\s+@IsTest/im.test(source) && /^@IsTest/im.test(source))
      found.push(path.basename(file, ".cls"));
  }
  return found.sort();
}
