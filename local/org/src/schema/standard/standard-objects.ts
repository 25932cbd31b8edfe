import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corrected } from "./corrected-objects.ts";
import { readObject, type WrittenObject } from "./object-notation.ts";
import { OBJECTS_WITHOUT_STUB } from "./objects-without-stub.ts";
import type { StandardObject, StandardObjects } from "./standard-objects-types.ts";

const DIRECTORY = join(import.meta.dirname, "generated");

let cached: StandardObjects | undefined;

/** Every standard object of the platform: one file for each initial letter, read when an object of that letter is first asked for. */
export function standardObjects(): StandardObjects {
  cached ??= new FileStandardObjects();
  return cached;
}

class FileStandardObjects implements StandardObjects {
  readonly #objects = new Map<string, StandardObject>();
  readonly #letters = new Map<string, string>();
  #names: ReadonlyMap<string, string> | undefined;
  #inOrder: readonly string[] | undefined;
  #places: ReadonlyMap<string, number> | undefined;

  find(name: string): StandardObject | undefined {
    const key = name.toLowerCase();
    const known = this.#objects.get(key);
    if (known !== undefined) return known;
    const spelling = this.#spellings().get(key);
    if (spelling === undefined) return undefined;
    const written = OBJECTS_WITHOUT_STUB[spelling] ?? lineOf(spelling, this.#letter(key.charAt(0)));
    const found = corrected(readObject(spelling, written));
    this.#objects.set(key, found);
    return found;
  }

  names(): readonly string[] {
    return (this.#inOrder ??= [...this.#spellings().values()]);
  }

  placeOf(name: string): number {
    this.#places ??= new Map(this.names().map((each, place) => [each, place]));
    return this.#places.get(name) ?? -1;
  }

  /** By lower-cased name, the object's own spelling. */
  #spellings(): ReadonlyMap<string, string> {
    if (this.#names === undefined) {
      // Written by scripts/generate-signatures.ts, and a test compares it with what that writes.
      const { names } = JSON.parse(readText("index.json")) as { readonly names: string };
      const all = [...names.split(" "), ...Object.keys(OBJECTS_WITHOUT_STUB)];
      this.#names = new Map(all.map((name) => [name.toLowerCase(), name]));
    }
    return this.#names;
  }

  #letter(letter: string): string {
    const known = this.#letters.get(letter);
    if (known !== undefined) return known;
    const text = readText(`${letter}.json`);
    this.#letters.set(letter, text);
    return text;
  }
}

/** Parses one line of a letter's file: parsing the whole of it takes ten times as long. */
function lineOf(name: string, letter: string): WrittenObject {
  const key = `\n${JSON.stringify(name)}:`;
  const start = letter.indexOf(key);
  if (start < 0) throw new Error(`${name} is in the index but not in its letter's file`);
  const line = letter.slice(start + key.length, letter.indexOf("\n", start + 1));
  // As above: the generator writes exactly this; all lines but the last end in a comma.
  return JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line) as WrittenObject;
}

function readText(file: string): string {
  return readFileSync(join(DIRECTORY, file), "latin1");
}
