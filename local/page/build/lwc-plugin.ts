/** Lightning web components in esbuild: LWC's own resolver and compiler; what a module compiles to is kept by its content. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { transformSync } from "@lwc/compiler";
import { resolveModule, type ModuleRecord } from "@lwc/module-resolver";
import { transform, type Plugin } from "esbuild";

export interface LwcPluginOptions {
  readonly rootDir: string;
  /** Where `namespace/name` is found, in order. */
  readonly modules: readonly ModuleRecord[];
  /** The text of a module that has no file, by its specifier; undefined: it is none of these. */
  readonly virtual: (specifier: string) => string | undefined;
  /** Folder of a component that cannot be built → why. */
  readonly broken: ReadonlyMap<string, string>;
  /** Where what a module's file compiles to is kept. */
  readonly cacheFolder: (file: string) => string;
  /** Changes when what compiles changes. */
  readonly stamp: string;
}

const ENGINE = /node_modules\/(@lwc|lwc)\//;
const NAMESPACE = "platform";
/** The innermost package a file of `node_modules` is of. */
const PACKAGE = /.*(node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

export function lwcPlugin(options: LwcPluginOptions): Plugin {
  const { rootDir, modules, virtual, broken, cacheFolder, stamp } = options;
  /** Folder of a component → its specifier, where the folders' names do not say it. */
  const specifiers = new Map<string, string>();
  for (const record of modules)
    if ("path" in record) specifiers.set(path.dirname(record.path), record.name);
  const entries = new Map<string, string>();

  return {
    name: "lwc",
    setup(build) {
      build.onResolve({ filter: /^(@salesforce|page)\// }, ({ path: specifier }) =>
        virtual(specifier) === undefined ? undefined : { path: specifier, namespace: NAMESPACE },
      );
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: specifier }) => ({
        contents: virtual(specifier) ?? "",
        loader: "js",
        resolveDir: rootDir,
      }));
      build.onResolve({ filter: /.*/ }, ({ path: specifier, importer, kind, resolveDir }) => {
        if (kind === "entry-point") return undefined;
        if (specifier.startsWith(".") || specifier.startsWith("/")) {
          const [file = "", query] = path.resolve(resolveDir, specifier).split("?");
          if (![".html", ".css"].includes(path.extname(file))) return undefined;
          return {
            path: file,
            namespace: "file",
            suffix: query === undefined ? "" : `?${query}`,
          };
        }
        try {
          // A component of another project asks as one of this folder: what is shared is installed here, and no configuration of its own counts.
          const asking = importer.startsWith(rootDir) ? importer : path.join(rootDir, "index.js");
          return { path: entryOf(specifier, asking), namespace: "file" };
        } catch (error) {
          if (!isNotFound(error)) throw error;
          return isOfPlatform(specifier) ? { path: specifier, namespace: "missing" } : undefined;
        }
      });
      // A component that needs it fails to load, and says why; the others are drawn.
      build.onLoad({ filter: /.*/, namespace: "missing" }, ({ path: specifier }) => ({
        contents: failing(`${specifier} is a module of Salesforce that this page does not have.`),
        loader: "js",
      }));
      build.onLoad({ filter: /\.(js|ts|html|css)$/ }, async ({ path: file, suffix }) => {
        if (ENGINE.test(file)) return undefined;
        const reason = broken.get(path.dirname(file));
        if (reason !== undefined) return { contents: failing(reason), loader: "js" };
        if (!existsSync(file)) {
          const isTemplate = path.extname(file) === ".html";
          return { contents: isTemplate ? "export default void 0" : compile("", file, suffix) };
        }
        const source = await readFile(file, "utf8");
        const plain = path.extname(file) === ".ts" ? await withoutTypes(source) : source;
        return {
          contents: compile(plain, file, suffix),
          loader: "js",
          resolveDir: path.dirname(file),
        };
      });
    },
  };

  /** Whoever asks within a package is given the same; the resolver itself looks through all packages each time. */
  function entryOf(specifier: string, asking: string): string {
    const key = `${specifier} for ${PACKAGE.exec(asking)?.[1] ?? rootDir}`;
    const known = entries.get(key);
    if (known !== undefined) return known;
    const { entry } = resolveModule(specifier, asking, { rootDir, modules: [...modules] });
    entries.set(key, entry);
    return entry;
  }

  function compile(source: string, file: string, suffix: string): string {
    const folder = path.dirname(file).split(path.sep).slice(-2).join("/");
    const [namespace = "", name = ""] = (specifiers.get(path.dirname(file)) ?? folder).split("/");
    const key = createHash("sha256")
      .update([stamp, namespace, name, file, suffix, source].join("\0"))
      .digest("hex");
    const kept = path.join(cacheFolder(file), key);
    if (existsSync(kept)) return readFileSync(kept, "utf8");
    let code: string;
    try {
      ({ code } = transformSync(source, file.replace(/\.ts$/, ".js"), {
        namespace,
        name,
        scopedStyles: suffix.includes("scoped=true"),
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true,
        enableStaticContentOptimization: true,
        outputConfig: { sourcemap: false },
      }));
    } catch (error) {
      // Of a project's component the page says so in its place; one of the page's own stops the build.
      if (namespace !== "c") throw error;
      const message = error instanceof Error ? error.message : String(error);
      return `throw new Error(${JSON.stringify(`${path.basename(file)}: ${message}`)}); export default void 0;`;
    }
    // Another build may look for the same module now: it finds all of it, or none.
    mkdirSync(path.dirname(kept), { recursive: true });
    const written = `${kept}.${process.pid}`;
    writeFileSync(written, code);
    renameSync(written, kept);
    return code;
  }
}

/** A module that fails when it is loaded; as CommonJS, so that whatever is imported from it is there until then. */
function failing(reason: string): string {
  return `module.exports = {}; throw new Error(${JSON.stringify(reason)});`;
}

/** The page's own components are TypeScript; decorators are left for LWC's compiler. */
async function withoutTypes(source: string): Promise<string> {
  const { code } = await transform(source, {
    loader: "ts",
    target: "esnext",
    tsconfigRaw: {
      compilerOptions: {
        experimentalDecorators: false,
        useDefineForClassFields: true,
        verbatimModuleSyntax: true,
      },
    },
  });
  return code;
}

function isNotFound(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "NO_LWC_MODULE_FOUND"
  );
}

function isOfPlatform(specifier: string): boolean {
  return /^(lightning|experience|c|@salesforce)\//.test(specifier);
}
