import { readFile } from "node:fs/promises";
import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A file below a folder; null: there is none. */
export async function staticFile(folder: string, name: string): Promise<StaticFile | null> {
  const file = path.join(folder, path.normalize(`/${decodeURIComponent(name)}`));
  const bytes = await readFile(file).catch(() => null);
  return bytes === null
    ? null
    : { type: TYPES[path.extname(file)] ?? "application/octet-stream", bytes };
}
