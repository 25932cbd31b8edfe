/** The values behind Dom.Document and Dom.XmlNode. Source: Apex Reference, "XmlNode Class", "Document Class". */
import { raise } from "../../runtime/exception.ts";
import { readXml, type XmlEvent } from "./read.ts";
import { XmlFault } from "./scan.ts";
import { escapedAttribute, escapedText } from "./write.ts";

export interface DomAttribute {
  readonly key: string;
  readonly namespace: string | null;
  value: string;
}

export class DomNode {
  readonly kind: "ELEMENT" | "TEXT" | "COMMENT";
  /** Of an element, without its prefix; null of others. */
  readonly name: string | null;
  readonly namespace: string | null;
  /** Of a text or a comment. */
  readonly text: string;
  parent: DomNode | null = null;
  readonly children: DomNode[] = [];
  readonly attributes: DomAttribute[] = [];
  /** Prefix → namespace, as the element declares them; empty is the default. */
  readonly declared = new Map<string, string>();
  #prefix: string | null = null;

  constructor(kind: DomNode["kind"], name: string | null, namespace: string | null, text = "") {
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.text = text;
  }

  static element(
    parent: DomNode | null,
    name: string,
    namespace: string | null,
    prefix: string | null,
  ): DomNode {
    const node = new DomNode("ELEMENT", name, namespace);
    if (parent !== null) parent.append(node);
    if (namespace !== null) node.#prefix = node.bind(namespace, prefix);
    return node;
  }

  append(child: DomNode): DomNode {
    child.parent = this;
    this.children.push(child);
    return child;
  }

  /** Of an element: what its texts say. */
  get content(): string {
    if (this.kind !== "ELEMENT") return this.text;
    return this.children
      .filter(({ kind }) => kind === "TEXT")
      .map(({ text }) => text)
      .join("");
  }

  namespaceFor(prefix: string): string | null {
    const own = this.declared.get(prefix);
    return own ?? this.parent?.namespaceFor(prefix) ?? null;
  }

  /** Of the nearest declaration that is not hidden; null where the namespace has none. */
  prefixFor(namespace: string): string | null {
    const own = [...this.declared].find(([, uri]) => uri === namespace)?.[0];
    const prefix = own ?? this.parent?.prefixFor(namespace) ?? null;
    return prefix !== null && this.namespaceFor(prefix) === namespace ? prefix : null;
  }

  /** The prefix of a namespace here: the one given, else one that stands for it, else `ns` and a number. */
  bind(namespace: string, given: string | null): string {
    const prefix = given ?? this.prefixFor(namespace) ?? this.#freePrefix();
    if (this.namespaceFor(prefix) !== namespace) this.declared.set(prefix, namespace);
    return prefix;
  }

  #freePrefix(): string {
    for (let number = 0; ; number += 1)
      if (this.namespaceFor(`ns${number}`) === null) return `ns${number}`;
  }

  attribute(key: string, namespace: string | null): DomAttribute | undefined {
    return this.attributes.find((each) => each.key === key && each.namespace === namespace);
  }

  setAttribute(key: string, namespace: string | null, value: string): void {
    const known = this.attribute(key, namespace);
    if (known !== undefined) known.value = value;
    else this.attributes.push({ key, namespace, value });
  }

  write(): string {
    if (this.kind === "TEXT") return escapedText(this.text);
    if (this.kind === "COMMENT") return `<!--${this.text}-->`;
    const name = this.#qualified(this.name ?? "", this.namespace, this.#prefix);
    const inside = this.children.map((child) => child.write()).join("");
    const attributes = this.attributes.map(
      ({ key, namespace, value }) =>
        ` ${this.#qualified(key, namespace, null)}="${escapedAttribute(value)}"`,
    );
    // What binding the names above may have declared is written as well.
    const namespaces = [...this.declared].map(
      ([prefix, uri]) => ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapedAttribute(uri)}"`,
    );
    const tag = `<${name}${namespaces.join("")}${attributes.join("")}`;
    return inside === "" ? `${tag} />` : `${tag}>${inside}</${name}>`;
  }

  #qualified(name: string, namespace: string | null, known: string | null): string {
    if (namespace === null) return name;
    const prefix = known ?? this.bind(namespace, null);
    return prefix === "" ? name : `${prefix}:${name}`;
  }
}

export class DomDocumentValue {
  root: DomNode | null = null;

  load(text: string): void {
    try {
      this.root = rootOf(readXml(text));
    } catch (fault) {
      if (!(fault instanceof XmlFault)) throw fault;
      raise("System.XmlException", `Failed to parse XML due to: ${fault.message}`);
    }
  }

  write(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.write() ?? ""}`;
  }
}

export function documentOf(text: string): DomDocumentValue {
  const document = new DomDocumentValue();
  document.load(text);
  return document;
}

function rootOf(events: Iterable<XmlEvent>): DomNode | null {
  const open: DomNode[] = [];
  let root: DomNode | null = null;
  for (const event of events) {
    if (event.kind === "endElement") open.pop();
    const node = nodeOf(event);
    if (node === null) continue;
    open.at(-1)?.append(node);
    if (node.kind !== "ELEMENT") continue;
    root ??= node;
    open.push(node);
  }
  return root;
}

/** null of what a document keeps nothing of. */
function nodeOf(event: XmlEvent): DomNode | null {
  switch (event.kind) {
    case "startElement": {
      const { name, attributes, namespaces } = event;
      const node = new DomNode("ELEMENT", name.localName, name.namespace);
      for (const { prefix, uri } of namespaces) node.declared.set(prefix, uri);
      for (const { localName, namespace, value } of attributes)
        node.attributes.push({ key: localName, namespace, value });
      return node;
    }
    case "characters":
    case "cdata":
      return new DomNode("TEXT", null, null, event.text);
    case "comment":
      return new DomNode("COMMENT", null, null, event.text);
    case "endElement":
    case "startDocument":
    case "endDocument":
    case "doctype":
    case "instruction":
      return null;
  }
}
