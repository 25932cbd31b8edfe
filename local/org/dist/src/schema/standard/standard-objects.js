import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corrected } from "./corrected-objects.js";
import { readObject } from "./object-notation.js";
import { OBJECTS_WITHOUT_STUB } from "./objects-without-stub.js";
const DIRECTORY = join(import.meta.dirname, "generated");
let cached;
/** Every standard object of the platform: one file for each initial letter, read when an object of that letter is first asked for. */
export function standardObjects() {
    cached ??= new FileStandardObjects();
    return cached;
}
class FileStandardObjects {
    #objects = new Map();
    #letters = new Map();
    #names;
    find(name) {
        const key = name.toLowerCase();
        const known = this.#objects.get(key);
        if (known !== undefined)
            return known;
        const spelling = this.#spellings().get(key);
        if (spelling === undefined)
            return undefined;
        const written = OBJECTS_WITHOUT_STUB[spelling] ?? lineOf(spelling, this.#letter(key.charAt(0)));
        const found = corrected(readObject(spelling, written));
        this.#objects.set(key, found);
        return found;
    }
    names() {
        return [...this.#spellings().values()];
    }
    /** By lower-cased name, the object's own spelling. */
    #spellings() {
        if (this.#names === undefined) {
            // Written by scripts/generate-signatures.ts, and a test compares it with what that writes.
            const { names } = JSON.parse(readText("index.json"));
            const all = [...names.split(" "), ...Object.keys(OBJECTS_WITHOUT_STUB)];
            this.#names = new Map(all.map((name) => [name.toLowerCase(), name]));
        }
        return this.#names;
    }
    #letter(letter) {
        const known = this.#letters.get(letter);
        if (known !== undefined)
            return known;
        const text = readText(`${letter}.json`);
        this.#letters.set(letter, text);
        return text;
    }
}
/** Parses one line of a letter's file: parsing the whole of it takes ten times as long. */
function lineOf(name, letter) {
    const key = `\n${JSON.stringify(name)}:`;
    const start = letter.indexOf(key);
    if (start < 0)
        throw new Error(`${name} is in the index but not in its letter's file`);
    const line = letter.slice(start + key.length, letter.indexOf("\n", start + 1));
    // As above: the generator writes exactly this; all lines but the last end in a comma.
    return JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line);
}
function readText(file) {
    return readFileSync(join(DIRECTORY, file), "latin1");
}
