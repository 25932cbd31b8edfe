/** A Java pattern ready to run, translated once. */
import { raise } from "../runtime/exception.js";
import { PatternSyntaxError } from "./pattern-error.js";
import { translatePattern } from "./translation.js";
export class CompiledPattern {
    /** As written in Java. */
    pattern;
    groupCount;
    names;
    #source;
    #searching = null;
    #prefix = null;
    #whole = null;
    constructor(pattern, translation) {
        this.pattern = pattern;
        this.groupCount = translation.groupCount;
        this.names = translation.names;
        this.#source = translation.source;
    }
    /** The first match at or after `from`. */
    search(text, from) {
        return this.#run((this.#searching ??= new RegExp(this.#source, "vdg")), text, from);
    }
    /** A match that begins at `from`. */
    prefix(text, from) {
        return this.#run((this.#prefix ??= new RegExp(this.#source, "vdy")), text, from);
    }
    /** A match of the whole rest from `from`. */
    whole(text, from) {
        this.#whole ??= new RegExp(`(?:${this.#source})(?![^])`, "vdy");
        return this.#run(this.#whole, text, from);
    }
    #run(expression, text, from) {
        expression.lastIndex = from;
        const indices = expression.exec(text)?.indices;
        const whole = indices?.[0];
        if (indices === undefined || whole === undefined)
            return null;
        const groups = [];
        for (let group = 1; group <= this.groupCount; group += 1)
            groups.push(indices.groups?.[`g${group}`] ?? null);
        return [whole, ...groups];
    }
}
const compiled = new Map();
/** Throws System.StringException for a text that is no pattern. */
export function compilePattern(pattern) {
    let known = compiled.get(pattern);
    if (known === undefined) {
        known = new CompiledPattern(pattern, translated(pattern));
        compiled.set(pattern, known);
    }
    return known;
}
function translated(pattern) {
    try {
        return translatePattern(pattern);
    }
    catch (error) {
        if (!(error instanceof PatternSyntaxError))
            throw error;
        return raise("System.StringException", `Invalid regex: ${error.describe(pattern)}`);
    }
}
