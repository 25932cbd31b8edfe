/** Metadata XML, read by element name. Values are text; white space around them is no part of them, as in Salesforce. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
const PARSER = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    ignoreDeclaration: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    entityDecoder: {
        decode: decodeEntities,
        setExternalEntities: none,
        addInputEntities: none,
        reset: none,
        setXmlVersion: none,
    },
});
/** The five named entities of XML and character references. Metadata files define no entities of their own. */
function decodeEntities(text) {
    return text.replace(/&(?:(lt|gt|amp|quot|apos)|#x([0-9a-f]{1,6})|#([0-9]{1,7}));/gi, (whole, name, hex, decimal) => {
        if (name !== undefined)
            return NAMED[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    });
}
const NAMED = {
    lt: "<",
    gt: ">",
    amp: "&",
    quot: '"',
    apos: "'",
};
function none() {
    // The decoder keeps no state.
}
export class XmlElement {
    #content;
    constructor(content) {
        this.#content = content;
    }
    /** The child's text; null when there is no such child, or it is empty or nil. */
    text(name) {
        return this.child(name)?.ownText() ?? null;
    }
    ownText() {
        const text = typeof this.#content === "string" ? this.#content : this.#content["#text"];
        const trimmed = typeof text === "string" ? text.trim() : "";
        return trimmed === "" || this.attribute("xsi:nil") === "true" ? null : trimmed;
    }
    attribute(name) {
        if (typeof this.#content === "string")
            return null;
        const value = this.#content[`@${name}`];
        return typeof value === "string" ? value : null;
    }
    /** False when there is no such child. */
    flag(name) {
        return this.text(name) === "true";
    }
    number(name) {
        const text = this.text(name);
        return text === null || Number.isNaN(Number(text)) ? null : Number(text);
    }
    child(name) {
        return this.children(name)[0] ?? null;
    }
    /** In document order. */
    children(name) {
        if (typeof this.#content === "string")
            return [];
        const found = this.#content[name];
        if (found === undefined)
            return [];
        const all = isList(found) ? found : [found];
        return all.map((content) => new XmlElement(content));
    }
    texts(name) {
        return this.children(name)
            .map((child) => child.ownText())
            .filter((text) => text !== null);
    }
}
function isList(value) {
    return Array.isArray(value);
}
/** The document's root element, which must be of the given name. */
export function readXml(file, text, root) {
    // Deprecated for a package of its own; this one still ships with the parser and does the same.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const validity = XMLValidator.validate(text);
    if (validity !== true) {
        // The validator leaves the column out of some errors, whatever its types say.
        const { msg, line, col } = validity.err;
        return { error: { file, at: { line, column: col ?? 1 }, message: msg, kind: "error" } };
    }
    // The parser's result is typed `any`; with the options above it is what `Parsed` says.
    const document = PARSER.parse(text);
    const element = document[root];
    if (element === undefined) {
        const message = `The root element of this file should be ${root}`;
        return { error: { file, at: { line: 1, column: 1 }, message, kind: "error" } };
    }
    return { element: new XmlElement(element) };
}
