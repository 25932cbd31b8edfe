/** The line each element of a document begins in, which the parser does not tell. The document is known to be well-formed. */

export interface ElementLines {
  /** From 1. */
  readonly line: number;
  /** By name, in document order. */
  readonly children: ReadonlyMap<string, readonly ElementLines[]>;
}

interface Growing extends ElementLines {
  readonly children: Map<string, Growing[]>;
}

/** Comments, CDATA, declarations and instructions hold no elements; attribute values may hold `>`. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/gu;

/** Of the document's root element. */
export function elementLines(text: string): ElementLines {
  const document: Growing = { line: 1, children: new Map() };
  const open: Growing[] = [document];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(MARKUP)) {
    const [, closing, name, , empty] = match;
    if (name === undefined) continue;
    if (closing === "/") {
      open.pop();
      continue;
    }
    line += newlines(text, counted, match.index);
    counted = match.index;
    const element: Growing = { line, children: new Map() };
    const parent = open.at(-1) ?? document;
    const siblings = parent.children.get(name);
    if (siblings === undefined) parent.children.set(name, [element]);
    else siblings.push(element);
    if (empty !== "/") open.push(element);
  }
  const [root] = [...document.children.values()].flat();
  return root ?? document;
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1))
    count += 1;
  return count;
}
