import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

export interface JarEntry {
  /** Path inside the archive, with forward slashes. */
  readonly path: string;
  readonly bytes: () => Buffer;
}

const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const CENTRAL_FILE_HEADER = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a jar, sorted by path so that what is generated from them does not depend on the order of packing.
 * Reads the ZIP central directory (APPNOTE.TXT 4.3); ZIP64 is refused, as no stub jar is that large.
 * @throws Error when the file is not a readable ZIP archive
 */
export function readJar(path: string): readonly JarEntry[] {
  const archive = readFileSync(path);
  const end = endOfCentralDirectory(archive, path);
  const count = archive.readUInt16LE(end + 10);
  let offset = archive.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff) throw new Error(`${path}: ZIP64 is not supported`);

  const entries: JarEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(offset) !== CENTRAL_FILE_HEADER) {
      throw new Error(`${path}: no central file header at byte ${offset}`);
    }
    const method = archive.readUInt16LE(offset + 10);
    const compressedSize = archive.readUInt32LE(offset + 20);
    const nameLength = archive.readUInt16LE(offset + 28);
    const extraLength = archive.readUInt16LE(offset + 30);
    const commentLength = archive.readUInt16LE(offset + 32);
    const localHeader = archive.readUInt32LE(offset + 42);
    const name = archive.toString("utf8", offset + 46, offset + 46 + nameLength);
    if (!name.endsWith("/")) {
      entries.push({
        path: name,
        bytes: () => contents(archive, localHeader, compressedSize, method, name),
      });
    }
    offset += 46 + nameLength + extraLength + commentLength;
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function endOfCentralDirectory(archive: Buffer, path: string): number {
  for (let offset = archive.length - 22; offset >= 0; offset -= 1) {
    if (archive.readUInt32LE(offset) === END_OF_CENTRAL_DIRECTORY) return offset;
  }
  throw new Error(`${path}: not a ZIP archive`);
}

function contents(
  archive: Buffer,
  localHeader: number,
  compressedSize: number,
  method: number,
  name: string,
): Buffer {
  // Only the local header tells the length of its own extra field, which may differ from the central one.
  const start =
    localHeader +
    30 +
    archive.readUInt16LE(localHeader + 26) +
    archive.readUInt16LE(localHeader + 28);
  const data = archive.subarray(start, start + compressedSize);
  if (method === STORED) return data;
  if (method === DEFLATED) return inflateRawSync(data);
  throw new Error(`${name}: compression method ${method} is not supported`);
}
