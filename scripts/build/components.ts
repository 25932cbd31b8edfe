/**
 * Lightning components are written in TypeScript and deployed as JavaScript: types of the Apex they call are written first, then
 * the compiler runs, then what is no code is copied. The output is not kept in git.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { replaceFiles } from "./replace-files.ts";
import { stateOfFiles } from "./state-of-files.ts";

/** Other folders of lwc/ are no components. */
const NO_COMPONENTS: ReadonlySet<string> = new Set(["types"]);
const COPIED = /\.(html|css|svg)$|\.js-meta\.xml$/;

export interface Built {
  readonly components: readonly string[];
  /** What the compilers found, in their words; empty when all is well. */
  readonly problems: readonly string[];
}

const MADE_FROM = [
  "lwc/**",
  "sfdx-project.json",
  "package-lock.json",
  "scripts/build/*.ts",
  "{force-app,relay-app}/**",
  "local/org/{bin,src}/**",
];
const OUTPUT = "force-app/main/default/lwc";
/** Written along the way, for the compiler and for editors. */
const APEX_TYPES = "lwc/types/apex.d.ts";

const isMade = (file: string): boolean => file === APEX_TYPES || file.startsWith(`${OUTPUT}/`);
const isTest = (file: string): boolean => file.includes("__tests__") || file.endsWith(".test.ts");

/**
 * Others may read the output meanwhile, a stack or another build: it changes where the source changed, file by file. Where nothing did, nothing is
 * made: the compilers take ten times as long as reading what they would read.
 */
export async function buildComponents(root: string): Promise<Built> {
  const source = path.join(root, "lwc");
  const components = (await readdir(source, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !NO_COMPONENTS.has(entry.name))
    .map(({ name }) => name);
  const cache = path.join(root, "node_modules/.cache");
  const stamp = path.join(cache, "components.sha256");
  // Taken before: what changes while the compilers run is not what they have read.
  const madeFrom = await stateOfFiles(root, MADE_FROM, (file) => isMade(file) || isTest(file));
  const stateNow = async (): Promise<string> =>
    `${madeFrom} ${await stateOfFiles(root, [`${OUTPUT}/**`, APEX_TYPES])}`;
  if ((await readFile(stamp, "utf8").catch(() => null)) === (await stateNow()))
    return { components, problems: [] };
  await mkdir(cache, { recursive: true });
  const made = await mkdtemp(path.join(cache, "components-"));
  try {
    for (const command of [
      ["local/org/bin/org.ts", "types", "--out", APEX_TYPES, "--project", root],
      ["node_modules/typescript/bin/tsc", "-p", "lwc", "--outDir", made],
    ]) {
      const problem = await run(command, root);
      if (problem !== null) return { components, problems: [problem] };
    }
    for (const name of components) await copyRest(path.join(source, name), path.join(made, name));
    await replaceFiles(made, path.join(root, OUTPUT));
    await writeFile(stamp, await stateNow());
    return { components, problems: [] };
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

async function copyRest(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const files = (await readdir(from)).filter((file) => COPIED.test(file));
  await Promise.all(files.map((file) => cp(path.join(from, file), path.join(to, file))));
}

/** @returns what it said when it failed */
function run(command: readonly string[], folder: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...command], { cwd: folder }, (error, stdout, stderr) =>
      resolve(error === null ? null : `${stdout}${stderr}`.trim() || error.message),
    );
  });
}
