/** Writes JSON as the platform prints it, dense or pretty. */
const INDENT = "  ";
/** What a character of a string is written as; hexadecimal digits are capital letters. */
const ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
};
export function quoted(text) {
    let written = "";
    let copied = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code !== 34 && code !== 92 && code >= 32)
            continue;
        const character = text.charAt(at);
        written +=
            text.slice(copied, at) +
                (ESCAPES[character] ?? `\\u${code.toString(16).toUpperCase().padStart(4, "0")}`);
        copied = at + 1;
    }
    return `"${written}${text.slice(copied)}"`;
}
/** The caller keeps the grammar; see JSONGenerator, which checks it. */
export class JsonWriter {
    isPretty;
    #text = "";
    #open = [];
    constructor(isPretty) {
        this.isPretty = isPretty;
    }
    get text() {
        return this.#text;
    }
    get container() {
        return this.#open.at(-1);
    }
    start(kind) {
        this.#beforeValue();
        this.#text += kind === "object" ? "{" : "[";
        this.#open.push({ kind, size: 0, isFieldOpen: false });
    }
    end() {
        const closed = this.#open.pop();
        if (closed === undefined)
            throw new Error("No JSON container is open");
        if (this.isPretty)
            this.#text += closed.size > 0 && closed.kind === "object" ? this.#newLine() : " ";
        this.#text += closed.kind === "object" ? "}" : "]";
    }
    fieldName(name) {
        const container = this.container;
        if (container === undefined)
            throw new Error("A JSON field name outside an object");
        if (container.size > 0)
            this.#text += ",";
        if (this.isPretty)
            this.#text += this.#newLine();
        this.#text += quoted(name) + (this.isPretty ? " : " : ":");
        container.size += 1;
        container.isFieldOpen = true;
    }
    string(text) {
        this.raw(quoted(text));
    }
    /** A number or a word. */
    raw(text) {
        this.#beforeValue();
        this.#text += text;
    }
    #beforeValue() {
        const container = this.container;
        if (container === undefined)
            return;
        if (container.kind === "object") {
            container.isFieldOpen = false;
            return;
        }
        if (container.size > 0)
            this.#text += ",";
        if (this.isPretty)
            this.#text += " ";
        container.size += 1;
    }
    /** Only objects indent; arrays run on in their line. */
    #newLine() {
        return `\n${INDENT.repeat(this.#open.filter(({ kind }) => kind === "object").length)}`;
    }
}
