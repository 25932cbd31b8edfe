/**
 * A wrangler configuration as wrangler reads it. Wrangler is one module of 15 MB, which takes longer to load than all the rest of the local
 * Worker; its configuration changes seldom. So what it read is kept, and it is loaded where something else is to be read.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const KEPT = path.resolve(
  import.meta.dirname,
  "../../node_modules/.cache/local-worker/configurations",
);

export interface ConfigurationReading {
  readonly folder: string;
  readonly read: (file: string) => Promise<unknown>;
}

/**
 * @param file absolute path
 * @throws Error in wrangler's words
 */
export async function wranglerConfiguration(
  file: string,
  { folder, read }: ConfigurationReading = { folder: KEPT, read: byWrangler },
): Promise<unknown> {
  const place = path.join(folder, `${await keyOf(file)}.json`);
  const known = await kept(place);
  if (known !== undefined) return known;
  const configuration = await read(file);
  await mkdir(folder, { recursive: true });
  // Written beside its place and renamed: no reader sees half of it.
  const draft = path.join(folder, `${randomUUID()}.draft`);
  await writeFile(draft, JSON.stringify(configuration));
  await rename(draft, place);
  return configuration;
}

async function byWrangler(file: string): Promise<unknown> {
  const { unstable_readConfig } = await import("wrangler");
  return unstable_readConfig({ config: file }, { hideWarnings: true });
}

/** The version of wrangler, where the file lies, for it names others from there, and what it says. */
async function keyOf(file: string): Promise<string> {
  const { version } = JSON.parse(
    await readFile(require.resolve("wrangler/package.json"), "utf8"),
  ) as {
    version: string;
  };
  const parts = [version, file, process.env["CLOUDFLARE_ENV"] ?? "", await readFile(file, "utf8")];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** undefined: nothing, or nothing whole. */
async function kept(place: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(place, "utf8")) as unknown;
  } catch {
    return undefined;
  }
}
