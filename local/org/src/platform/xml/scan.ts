/** XML text → its parts, one at a time: what stands before a mistake is read, the mistake raises when it is reached. */

export type XmlPart =
  | {
      readonly kind: "declaration";
      readonly version: string | null;
      readonly encoding: string | null;
    }
  | {
      readonly kind: "start";
      readonly name: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
      readonly isEmpty: boolean;
    }
  | { readonly kind: "end"; readonly name: string }
  | { readonly kind: "text" | "cdata" | "comment" | "doctype"; readonly text: string }
  | { readonly kind: "instruction"; readonly target: string; readonly data: string };

/** A document that is not well-formed. */
export class XmlFault extends Error {}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};
const NAME = /[^\s<>/=!?'"&]+/uy;
const SPACE = /\s*/uy;

export function* scanXml(text: string): Generator<XmlPart, void, undefined> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const end = next < 0 ? text.length : next;
      yield { kind: "text", text: resolved(lineEnds(text.slice(at, end))) };
      at = end;
      continue;
    }
    const [part, end] = markup(text, at);
    yield part;
    at = end;
  }
}

function markup(text: string, at: number): readonly [part: XmlPart, end: number] {
  if (text.startsWith("<!--", at)) return delimited(text, at, "<!--", "-->", "comment");
  if (text.startsWith("<![CDATA[", at)) return delimited(text, at, "<![CDATA[", "]]>", "cdata");
  if (text.startsWith("<?", at)) return instruction(text, at);
  if (text.startsWith("<!DOCTYPE", at)) return doctype(text, at);
  if (text.startsWith("</", at)) {
    const name = nameAt(text, at + 2);
    const end = spaceAfter(text, at + 2 + name.length);
    if (text[end] !== ">") throw new XmlFault(`The end tag of element "${name}" must end with '>'`);
    return [{ kind: "end", name }, end + 1];
  }
  return startTag(text, at);
}

function delimited(
  text: string,
  at: number,
  open: string,
  close: string,
  kind: "comment" | "cdata",
): readonly [XmlPart, number] {
  const end = text.indexOf(close, at + open.length);
  if (end < 0) throw new XmlFault(`A part that begins with ${open} must end with ${close}`);
  return [{ kind, text: lineEnds(text.slice(at + open.length, end)) }, end + close.length];
}

function instruction(text: string, at: number): readonly [XmlPart, number] {
  const end = text.indexOf("?>", at);
  if (end < 0) throw new XmlFault("A processing instruction must end with ?>");
  const target = nameAt(text, at + 2);
  const data = text.slice(at + 2 + target.length, end).trimStart();
  if (target.toLowerCase() !== "xml") return [{ kind: "instruction", target, data }, end + 2];
  // One blank may come before it, as in the parser XPP3 (MXParser.parsePI), and as sfdx-mass-action-scheduler relies on.
  if (text.slice(0, at).replace("\uFEFF", "").length > 1)
    throw new XmlFault("The XML declaration must stand at the beginning of the document");
  const said = (name: string): string | null =>
    new RegExp(`${name}\\s*=\\s*["']([^"']*)["']`, "u").exec(data)?.[1] ?? null;
  return [{ kind: "declaration", version: said("version"), encoding: said("encoding") }, end + 2];
}

function doctype(text: string, at: number): readonly [XmlPart, number] {
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    const character = text[end];
    if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    else if (character === ">" && depth === 0)
      return [{ kind: "doctype", text: text.slice(at, end + 1) }, end + 1];
  }
  throw new XmlFault("A document type must end with >");
}

function startTag(text: string, at: number): readonly [XmlPart, number] {
  const name = nameAt(text, at + 1);
  const attributes: (readonly [string, string])[] = [];
  let end = at + 1 + name.length;
  for (;;) {
    const next = spaceAfter(text, end);
    if (text[next] === ">") return [{ kind: "start", name, attributes, isEmpty: false }, next + 1];
    if (text.startsWith("/>", next))
      return [{ kind: "start", name, attributes, isEmpty: true }, next + 2];
    if (next === end || next >= text.length)
      throw new XmlFault(`The start tag of element "${name}" must end with '>' or '/>'`);
    const attribute = nameAt(text, next);
    const equals = spaceAfter(text, next + attribute.length);
    const quoteAt = spaceAfter(text, equals + 1);
    const quote = text[quoteAt];
    const close = quote === '"' || quote === "'" ? text.indexOf(quote, quoteAt + 1) : -1;
    if (text[equals] !== "=" || close < 0)
      throw new XmlFault(
        `The attribute "${attribute}" of element "${name}" must have a value in quotes`,
      );
    if (attributes.some(([known]) => known === attribute))
      throw new XmlFault(`Attribute "${attribute}" was already specified for element "${name}"`);
    const value = text.slice(quoteAt + 1, close);
    if (value.includes("<"))
      throw new XmlFault(
        `The value of attribute "${attribute}" must not contain the '<' character`,
      );
    attributes.push([attribute, resolved(value.replaceAll(/[\t\n\r]/gu, " "))]);
    end = close + 1;
  }
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined || /^[\d.-]/u.test(name))
    throw new XmlFault("The markup in the document must be well-formed: a name is missing");
  return name;
}

function spaceAfter(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

function lineEnds(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n");
}

function resolved(text: string): string {
  return text.replaceAll(/&([^;\s&]*);?/gu, (reference, name: string) => {
    const character = reference.endsWith(";") ? characterOf(name) : undefined;
    if (character === undefined)
      throw new XmlFault(`The entity "${name}" was referenced, but not declared`);
    return character;
  });
}

function characterOf(name: string): string | undefined {
  const decimal = /^#(\d+)$/u.exec(name)?.[1];
  const hexadecimal = /^#x([\da-f]+)$/iu.exec(name)?.[1];
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  return ENTITIES[name];
}
