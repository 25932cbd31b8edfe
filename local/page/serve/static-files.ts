import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ProjectUi } from "../metadata/types.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

export interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A file that was built. @returns null: there is none */
export function builtFile(files: ReadonlyMap<string, Uint8Array>, name: string): StaticFile | null {
  const bytes = files.get(name);
  return bytes === undefined ? null : { type: typeOf(name), bytes };
}

/** A file below a folder; null: there is none. */
export async function staticFile(folder: string, name: string): Promise<StaticFile | null> {
  const file = path.join(folder, path.normalize(`/${decodeURIComponent(name)}`));
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? null : { type: typeOf(file), bytes };
}

function typeOf(name: string): string {
  return TYPES[path.extname(name)] ?? "application/octet-stream";
}

/**
 * What `@salesforce/resourceUrl` and `@salesforce/contentAssetUrl` point to.
 * @param place below `/page/resource/` or `/page/asset/`: the name, and within an archive the path of a file
 * @returns null: the project has none
 */
export async function projectFile(
  { resources, assets }: Pick<ProjectUi, "resources" | "assets">,
  kind: "resource" | "asset",
  [name = "", ...within]: readonly string[],
): Promise<StaticFile | null> {
  if (kind === "asset") {
    const asset = assets[name];
    if (asset === undefined) return null;
    const found = await staticFile(path.dirname(asset.file), path.basename(asset.file));
    return found === null ? null : { ...found, type: TYPES[asset.ending] ?? found.type };
  }
  const content = resources[name];
  if (content === undefined) return null;
  return within.length > 0
    ? staticFile(content, within.join("/"))
    : staticFile(path.dirname(content), path.basename(content));
}
