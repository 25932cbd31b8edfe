/**
 * Metadata files as elements, in one pass: a project has thousands of them, and every org reads them all before it opens. The part of XML
 * that they are written in: no entities of their own. Source: "Extensible Markup Language (XML) 1.0", well-formed documents.
 */

export interface Element {
  readonly name: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** Of its own, between its children too; references resolved. */
  readonly text: string;
  /** By name, in document order. */
  readonly children: ReadonlyMap<string, readonly Element[]>;
}

interface Growing extends Element {
  text: string;
  children: Map<string, Growing[]>;
  /** Where its tag begins in the document. */
  readonly at: number;
}

export class NotWellFormed extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, text: string, at: number) {
    super(message);
    ({ line: this.line, column: this.column } = placeOf(text, at));
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** Shared by all that have none: nothing is put into it. */
const NO_CHILDREN = new Map<string, Growing[]>();
const OPENING = /<([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const CLOSING = /<\/([^\s<>/="']+)\s*>/uy;
const ATTRIBUTE = /([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const DOCTYPE = /<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>/uy;

/**
 * @returns the root element
 * @throws NotWellFormed
 */
export function xmlDocument(text: string): Element {
  return new Scan(text).document();
}

class Scan {
  readonly #text: string;
  readonly #open: Growing[] = [];
  #root: Growing | null = null;
  #at = 0;
  #line = 1;
  /** Up to where lines are counted. */
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Element {
    for (;;) {
      const next = this.#text.indexOf("<", this.#at);
      this.#take(next < 0 ? this.#text.length : next);
      if (next < 0) break;
      this.#markup();
    }
    const left = this.#open.at(-1);
    if (left !== undefined) throw this.#fault(`Unclosed tag '${left.name}'.`, left.at);
    if (this.#root === null) throw this.#fault("There is no element.", 0);
    return this.#root;
  }

  /** The text up to there. */
  #take(end: number): void {
    if (end === this.#at) return;
    const text = this.#text.slice(this.#at, end);
    const element = this.#open.at(-1);
    if (element !== undefined) {
      element.text += text.includes("&") ? this.#resolved(text, this.#at) : text;
    } else if (/[^\s\uFEFF]/u.test(text)) {
      const offset = text.search(/[^\s\uFEFF]/u);
      throw this.#fault("Text stands outside of the root element.", this.#at + offset);
    }
    this.#at = end;
  }

  #markup(): void {
    const text = this.#text;
    switch (text[this.#at + 1]) {
      case "/":
        this.#close();
        return;
      case "?":
        this.#past("?>", "instruction");
        return;
      case "!":
        if (text.startsWith("<!--", this.#at)) this.#past("-->", "comment");
        else if (text.startsWith("<![CDATA[", this.#at)) this.#cdata();
        else if (this.#match(DOCTYPE) === null) throw this.#fault("Unknown declaration.");
        return;
      default:
        this.#begin();
    }
  }

  #begin(): void {
    const at = this.#at;
    const match = this.#match(OPENING);
    if (match === null) throw this.#fault("This is no tag.");
    const [, name = "", attributes = "", empty] = match;
    const parent = this.#open.at(-1);
    if (parent === undefined && this.#root !== null)
      throw this.#fault("A document has one root element.", at);
    const element: Growing = {
      name,
      at,
      line: this.#lineOf(at),
      attributes: attributes === "" ? NO_ATTRIBUTES : this.#attributes(attributes, at),
      text: "",
      children: NO_CHILDREN,
    };
    if (parent === undefined) this.#root = element;
    else adopt(parent, element);
    if (empty !== "/") this.#open.push(element);
  }

  #close(): void {
    const at = this.#at;
    const name = this.#match(CLOSING)?.[1];
    if (name === undefined) throw this.#fault("This is no closing tag.");
    const opened = this.#open.pop();
    if (opened === undefined) throw this.#fault(`Closing tag '${name}' has not been opened.`, at);
    if (opened.name !== name) {
      const { line, column } = placeOf(this.#text, opened.at);
      throw this.#fault(
        `Expected closing tag '${opened.name}' (opened in line ${line}, col ${column}) instead of closing tag '${name}'.`,
        at,
      );
    }
  }

  #cdata(): void {
    const from = this.#at + "<![CDATA[".length;
    this.#past("]]>", "CDATA section");
    const element = this.#open.at(-1);
    if (element === undefined) throw this.#fault("Text stands outside of the root element.", from);
    element.text += this.#text.slice(from, this.#at - "]]>".length);
  }

  #past(end: string, what: string): void {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) throw this.#fault(`The ${what} does not end.`);
    this.#at = found + end.length;
  }

  /** What stands here; the scan goes on behind it. */
  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #attributes(text: string, at: number): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE)) {
      if (found.has(name)) throw this.#fault(`Attribute '${name}' is repeated.`, at);
      found.set(name, this.#resolved(double ?? single ?? "", at));
    }
    return found;
  }

  /**
   * The five named entities of XML and character references. Metadata files define no entities of their own.
   * @param from where the text stands, or what it belongs to
   */
  #resolved(text: string, from: number): string {
    return text.replace(
      REFERENCE,
      (
        whole,
        name: string | undefined,
        hex: string | undefined,
        decimal: string | undefined,
        offset: number,
      ) => {
        if (whole === "&") throw this.#fault("A & of a text is written &amp;.", from + offset);
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
      },
    );
  }

  #lineOf(at: number): number {
    for (;;) {
      const next = this.#text.indexOf("\n", this.#counted);
      if (next < 0 || next >= at) return this.#line;
      this.#line += 1;
      this.#counted = next + 1;
    }
  }

  #fault(message: string, at = this.#at): NotWellFormed {
    return new NotWellFormed(message, this.#text, at);
  }
}

/** A `&` that begins no reference is one alone. */
const REFERENCE = /&(?:(\w+);|#x([0-9a-f]{1,6});|#([0-9]{1,7});)?/giu;

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function adopt(parent: Growing, element: Growing): void {
  if (parent.children === NO_CHILDREN) parent.children = new Map();
  const siblings = parent.children.get(element.name);
  if (siblings === undefined) parent.children.set(element.name, [element]);
  else siblings.push(element);
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
