/** Metadata XML, read by element name. Values are text; white space around them is no part of them, as in Salesforce. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import { type ElementLines, elementLines } from "./xml-lines.ts";

/** What the parser makes of an element: text, or an object of child elements, attributes (@) and text (#text). */
type Parsed = string | { readonly [name: string]: Parsed | readonly Parsed[] };

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
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#x([0-9a-f]{1,6})|#([0-9]{1,7}));/gi,
    (whole, name: string | undefined, hex: string | undefined, decimal: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function none(): void {
  // The decoder keeps no state.
}

export class XmlElement {
  readonly #content: Parsed;
  readonly #lines: ElementLines | null;

  constructor(content: Parsed, lines: ElementLines | null = null) {
    this.#content = content;
    this.#lines = lines;
  }

  /** Where the element begins, counted from 1; 1 where the document was read without its lines. */
  get line(): number {
    return this.#lines?.line ?? 1;
  }

  /** Where the child begins; where this one does when there is no such child. */
  lineOf(name: string): number {
    return this.child(name)?.line ?? this.line;
  }

  /** The child's text; null when there is no such child, or it is empty or nil. */
  text(name: string): string | null {
    return this.child(name)?.ownText() ?? null;
  }

  ownText(): string | null {
    const text = typeof this.#content === "string" ? this.#content : this.#content["#text"];
    const trimmed = typeof text === "string" ? text.trim() : "";
    return trimmed === "" || this.attribute("xsi:nil") === "true" ? null : trimmed;
  }

  attribute(name: string): string | null {
    if (typeof this.#content === "string") return null;
    const value = this.#content[`@${name}`];
    return typeof value === "string" ? value : null;
  }

  /** False when there is no such child. */
  flag(name: string): boolean {
    return this.text(name) === "true";
  }

  number(name: string): number | null {
    const text = this.text(name);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  }

  child(name: string): XmlElement | null {
    return this.children(name)[0] ?? null;
  }

  /** In document order. */
  children(name: string): readonly XmlElement[] {
    if (typeof this.#content === "string") return [];
    const found = this.#content[name];
    if (found === undefined) return [];
    const all: readonly Parsed[] = isList(found) ? found : [found];
    const lines = this.#lines?.children.get(name) ?? [];
    return all.map((content, index) => new XmlElement(content, lines[index] ?? null));
  }

  texts(name: string): readonly string[] {
    return this.children(name)
      .map((child) => child.ownText())
      .filter((text) => text !== null);
  }
}

function isList(value: Parsed | readonly Parsed[]): value is readonly Parsed[] {
  return Array.isArray(value);
}

/** The document's root element, which must be of the given name; its elements know their lines. */
export function readXml(
  file: string,
  text: string,
  root: string,
): { readonly element: XmlElement } | { readonly error: Diagnostic } {
  // Deprecated for a package of its own; this one still ships with the parser and does the same.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    // The validator leaves the column out of some errors, whatever its types say.
    const { msg, line, col } = validity.err as { msg: string; line: number; col?: number };
    return { error: { file, at: { line, column: col ?? 1 }, message: msg, kind: "error" } };
  }
  // The parser's result is typed `any`; with the options above it is what `Parsed` says.
  const document = PARSER.parse(text) as Readonly<Record<string, Parsed>>;
  const element = document[root];
  if (element === undefined) {
    const message = `The root element of this file should be ${root}`;
    return { error: { file, at: { line: 1, column: 1 }, message, kind: "error" } };
  }
  return { element: new XmlElement(element, elementLines(text)) };
}
