/** The page's JavaScript: the app, the project's components, the base components they use, in one build of about a second. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { build, stop, type BuildFailure, type BuildResult, type Message } from "esbuild";
import type { ModuleRecord } from "@lwc/module-resolver";
import { componentFoldersOf } from "../metadata/project.ts";
import { lwcPlugin } from "./lwc-plugin.ts";
import { platformModule } from "./platform-modules.ts";

const PAGE = path.resolve(import.meta.dirname, "..");
/** Where node_modules is. */
const HOME = path.resolve(PAGE, "../..");
/** What the modules installed here compile to is the same for every project, and takes far longer than a project's own. */
const INSTALLED_CACHE = path.join(HOME, "node_modules/.cache/local-page/installed");
const IN_MEMORY = { write: false, metafile: true } as const;
/** What the document loads, in order: the shadow DOM of Lightning before whatever is drawn in it. */
const ENTRIES = ["shadow", "main"] as const;

export interface BuiltPage {
  /** What `/dist/` serves, by name. It is kept here and not in a folder, where the next build would change what is being served. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of the scripts of the document, in order. */
  readonly entries: readonly string[];
  readonly components: readonly string[];
  readonly milliseconds: number;
}

/**
 * @param cacheFolder where what the project's own components compile to is kept
 * @throws Error in the words of the compilers
 */
export async function buildPage(project: string, cacheFolder: string): Promise<BuiltPage> {
  const started = performance.now();
  const folders = componentFoldersOf(project);
  const names = folders.map((folder) => path.basename(folder));
  const outdir = path.join(cacheFolder, "dist");
  const stamp = await versions();
  const bundled = (broken: ReadonlyMap<string, string>): Promise<BuildResult<typeof IN_MEMORY>> =>
    build({
      entryPoints: ENTRIES.map((name) => path.join(PAGE, `app/${name}.ts`)),
      // Named by its content, each file can be kept by the browser for good.
      entryNames: "[name]-[hash]",
      chunkNames: "[name]-[hash]",
      outdir,
      ...IN_MEMORY,
      bundle: true,
      format: "esm",
      splitting: true,
      target: "es2022",
      logLevel: "silent",
      nodePaths: [path.join(HOME, "node_modules")],
      define: { "process.env.NODE_ENV": '"production"', "import.meta.env.SSR": "false" },
      plugins: [
        lwcPlugin({
          rootDir: HOME,
          cacheFolder: (file) =>
            folders.some((folder) => file.startsWith(folder + path.sep))
              ? path.join(cacheFolder, "modules")
              : INSTALLED_CACHE,
          stamp,
          virtual: (specifier) =>
            specifier === "page/registry" ? registry(names) : platformModule(specifier),
          modules: modulesOf(folders),
          broken,
        }),
      ],
    });
  let result: BuildResult<typeof IN_MEMORY>;
  try {
    result = await withoutBroken(folders, bundled);
  } finally {
    // Its service would outlive the stack by a moment.
    await stop();
  }
  const nameOf = (file: string): string => path.relative(outdir, path.resolve(file));
  const outputs = Object.entries(result.metafile.outputs);
  return {
    files: new Map(result.outputFiles.map((file) => [nameOf(file.path), file.contents])),
    entries: ENTRIES.map((name) => {
      const [file = ""] =
        outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(`app/${name}.ts`)) ?? [];
      return nameOf(file);
    }),
    components: names,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Builds what can be built: a component that cannot says why in its place, and the others are drawn. */
async function withoutBroken<Result>(
  folders: readonly string[],
  bundled: (broken: ReadonlyMap<string, string>) => Promise<Result>,
): Promise<Result> {
  const broken = new Map<string, string>();
  for (;;) {
    try {
      return await bundled(broken);
    } catch (error) {
      const known = broken.size;
      for (const { text, location } of errorsOf(error)) {
        const file = path.resolve(location?.file ?? "");
        const folder = folders.find((each) => file.startsWith(each + path.sep));
        if (folder !== undefined && !broken.has(folder)) broken.set(folder, reasonIn(text));
      }
      if (broken.size === known) throw error;
    }
  }
}

function errorsOf(error: unknown): readonly Message[] {
  return error instanceof Error && "errors" in error ? (error as BuildFailure).errors : [];
}

function reasonIn(text: string): string {
  const missing = /^No matching export in "[^"]*" for import "([^"]+)"$/.exec(text)?.[1];
  return missing === undefined
    ? text
    : `${missing} is something of Salesforce that this page does not have.`;
}

/** A component is loaded when a page first shows it. */
function registry(names: readonly string[]): string {
  const loads = names.map((name) => `${JSON.stringify(name)}: () => import("c/${name}")`);
  return `export const components = {\n${loads.join(",\n")}\n};`;
}

function modulesOf(folders: readonly string[]): readonly ModuleRecord[] {
  return [
    ...folders.map((folder) => {
      const name = path.basename(folder);
      return { name: `c/${name}`, path: path.join(folder, `${name}.js`) };
    }),
    // The page's own, and those of the platform's that the package lacks.
    { dir: path.join(PAGE, "app") },
    { npm: "lightning-base-components" },
    { npm: "@lwc/engine-dom" },
    { npm: "@lwc/synthetic-shadow" },
    { npm: "@lwc/wire-service" },
  ];
}

async function versions(): Promise<string> {
  const version = async (name: string): Promise<string> => {
    const file = path.join(HOME, "node_modules", name, "package.json");
    return String((JSON.parse(await readFile(file, "utf8")) as { version?: unknown }).version);
  };
  return (await Promise.all(["@lwc/compiler", "lightning-base-components"].map(version))).join();
}
