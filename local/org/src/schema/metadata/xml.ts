/** Metadata XML, read by element name. Values are text; white space around them is no part of them, as in Salesforce. */
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import { NotWellFormed, xmlDocument, type Element } from "./xml-document.ts";

export class XmlElement {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  /** Where the element begins, counted from 1. */
  get line(): number {
    return this.#element.line;
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
    const trimmed = this.#element.text.trim();
    return trimmed === "" || this.attribute("xsi:nil") === "true" ? null : trimmed;
  }

  attribute(name: string): string | null {
    return this.#element.attributes.get(name) ?? null;
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
    const first = this.#element.children.get(name)?.[0];
    return first === undefined ? null : new XmlElement(first);
  }

  /** In document order. */
  children(name: string): readonly XmlElement[] {
    return (this.#element.children.get(name) ?? []).map((child) => new XmlElement(child));
  }

  texts(name: string): readonly string[] {
    return this.children(name)
      .map((child) => child.ownText())
      .filter((text) => text !== null);
  }
}

/** The document's root element, which must be of the given name; its elements know their lines. */
export function readXml(
  file: string,
  text: string,
  root: string,
): { readonly element: XmlElement } | { readonly error: Diagnostic } {
  let element: Element;
  try {
    element = xmlDocument(text);
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    const { line, column, message } = error;
    return { error: { file, at: { line, column }, message, kind: "error" } };
  }
  if (element.name !== root) {
    const message = `The root element of this file should be ${root}`;
    return { error: { file, at: { line: 1, column: 1 }, message, kind: "error" } };
  }
  return { element: new XmlElement(element) };
}
