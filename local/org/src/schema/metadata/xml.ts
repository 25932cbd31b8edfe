/** Metadata XML, read by element name. Values are text; white space around them is no part of them, as in Salesforce. */
import {
  parseXml,
  XmlCdata,
  XmlElement as ParsedElement,
  XmlError,
  XmlText,
} from "@rgrove/parse-xml";
import type { Diagnostic } from "../../syntax/diagnostic.ts";

export class XmlElement {
  readonly #element: ParsedElement;
  readonly #lines: Lines;
  #byName: Map<string, XmlElement[]> | null = null;

  constructor(element: ParsedElement, lines: Lines) {
    this.#element = element;
    this.#lines = lines;
  }

  /** Where the element begins, counted from 1. */
  get line(): number {
    return this.#lines.lineOf(this.#element.start);
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
    let text = "";
    for (const node of this.#element.children) {
      if (node instanceof XmlText || node instanceof XmlCdata) text += node.text;
    }
    const trimmed = text.trim();
    return trimmed === "" || this.attribute("xsi:nil") === "true" ? null : trimmed;
  }

  attribute(name: string): string | null {
    return this.#element.attributes[name] ?? null;
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
    this.#byName ??= this.#childrenByName();
    return this.#byName.get(name) ?? [];
  }

  texts(name: string): readonly string[] {
    return this.children(name)
      .map((child) => child.ownText())
      .filter((text) => text !== null);
  }

  #childrenByName(): Map<string, XmlElement[]> {
    const elements = this.#element.children
      .filter((node) => node instanceof ParsedElement)
      .map((element) => new XmlElement(element, this.#lines));
    return Map.groupBy(elements, (child) => child.#element.name);
  }
}

/** Of places in a document, asked for in any order. */
class Lines {
  readonly #text: string;
  #starts: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param at the place, in UTF-16 units from 0. @returns the line, from 1 */
  lineOf(at: number): number {
    this.#starts ??= [...this.#text.matchAll(/\n/gu)].map(({ index }) => index + 1);
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }
}

/** The document's root element, which must be of the given name; its elements know their lines. */
export function readXml(
  file: string,
  text: string,
  root: string,
): { readonly element: XmlElement } | { readonly error: Diagnostic } {
  const refused = (line: number, column: number, message: string): { error: Diagnostic } => ({
    error: { file, at: { line, column }, message, kind: "error" },
  });
  try {
    const { root: element } = parseXml(text, { includeOffsets: true });
    if (element?.name !== root) {
      return refused(1, 1, `The root element of this file should be ${root}`);
    }
    return { element: new XmlElement(element, new Lines(text)) };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const { line, column, message } = error;
    return refused(line, column, message.replace(/ \(line \d+, column \d+\)[^]*$/u, ""));
  }
}
