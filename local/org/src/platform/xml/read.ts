/** XML text as events, with names in their namespaces and elements that fit together. */
import { scanXml, XmlFault, type XmlPart } from "./scan.ts";

export interface XmlName {
  /** Empty where there is none. */
  readonly prefix: string;
  readonly localName: string;
  /** null where the name is in no namespace. */
  readonly namespace: string | null;
}

export interface XmlAttribute extends XmlName {
  readonly value: string;
}

export interface XmlNamespace {
  /** Empty of the default one. */
  readonly prefix: string;
  readonly uri: string;
}

export type XmlEvent =
  | { readonly kind: "startDocument"; readonly version: string | null }
  | {
      readonly kind: "startElement";
      readonly name: XmlName;
      readonly attributes: readonly XmlAttribute[];
      /** Those that the element declares. */
      readonly namespaces: readonly XmlNamespace[];
      readonly scope: NamespaceScope;
    }
  | {
      readonly kind: "endElement";
      readonly name: XmlName;
      readonly namespaces: readonly XmlNamespace[];
      readonly scope: NamespaceScope;
    }
  | { readonly kind: "characters" | "cdata" | "comment" | "doctype"; readonly text: string }
  | { readonly kind: "instruction"; readonly target: string; readonly data: string }
  | { readonly kind: "endDocument" };

/** Prefix → namespace, where something stands. */
export type NamespaceScope = ReadonlyMap<string, string>;

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const OUTERMOST: NamespaceScope = new Map([["xml", XML_NAMESPACE]]);

interface Open {
  readonly written: string;
  readonly name: XmlName;
  readonly namespaces: readonly XmlNamespace[];
  readonly scope: NamespaceScope;
}

/** @throws XmlFault when what is not well-formed is reached */
export function* readXml(text: string): Generator<XmlEvent, void, undefined> {
  const open: Open[] = [];
  let hasRoot = false;
  let hasBegun = false;
  for (const part of scanXml(text)) {
    if (!hasBegun) {
      hasBegun = true;
      yield { kind: "startDocument", version: part.kind === "declaration" ? part.version : null };
    }
    const isInside = open.length > 0;
    switch (part.kind) {
      case "declaration":
        break;
      case "text":
        if (isInside) yield { kind: "characters", text: part.text };
        else refuseTextOutside(part.text, hasRoot);
        break;
      case "cdata":
        if (!isInside) refuseTextOutside("cdata", hasRoot);
        yield { kind: "cdata", text: part.text };
        break;
      case "comment":
      case "doctype":
        yield { kind: part.kind, text: part.text };
        break;
      case "instruction":
        yield part;
        break;
      case "start": {
        if (!isInside && hasRoot)
          throw new XmlFault(
            "The markup in the document following the root element must be well-formed.",
          );
        hasRoot = true;
        const element = opened(part, open.at(-1)?.scope ?? OUTERMOST);
        yield element.event;
        if (part.isEmpty) yield closed(element.open);
        else open.push(element.open);
        break;
      }
      case "end": {
        const last = open.pop();
        if (last?.written !== part.name)
          throw new XmlFault(
            last === undefined
              ? `The end-tag "</${part.name}>" has no start-tag`
              : `The element type "${last.written}" must be terminated by the matching end-tag "</${last.written}>".`,
          );
        yield closed(last);
        break;
      }
    }
  }
  const last = open.at(-1);
  if (last !== undefined)
    throw new XmlFault(
      `The element type "${last.written}" must be terminated by the matching end-tag "</${last.written}>".`,
    );
  if (!hasRoot) throw new XmlFault("Premature end of file.");
  yield { kind: "endDocument" };
}

function refuseTextOutside(text: string, hasRoot: boolean): void {
  if (text.trim() === "") return;
  throw new XmlFault(
    hasRoot ? "Content is not allowed in trailing section." : "Content is not allowed in prolog.",
  );
}

function opened(
  part: Extract<XmlPart, { readonly kind: "start" }>,
  around: NamespaceScope,
): { readonly event: XmlEvent; readonly open: Open } {
  const namespaces: XmlNamespace[] = [];
  const others: (readonly [string, string])[] = [];
  for (const [name, value] of part.attributes) {
    if (name === "xmlns") namespaces.push({ prefix: "", uri: value });
    else if (name.startsWith("xmlns:")) namespaces.push({ prefix: name.slice(6), uri: value });
    else others.push([name, value]);
  }
  const scope: NamespaceScope =
    namespaces.length === 0
      ? around
      : new Map([...around, ...namespaces.map(({ prefix, uri }) => [prefix, uri] as const)]);
  const attributes = others.map(([name, value]) => ({
    ...resolvedName(name, scope, false),
    value,
  }));
  const name = resolvedName(part.name, scope, true);
  return {
    event: { kind: "startElement", name, attributes, namespaces, scope },
    open: { written: part.name, name, namespaces, scope },
  };
}

function closed({ name, namespaces, scope }: Open): XmlEvent {
  return { kind: "endElement", name, namespaces, scope };
}

/** The default namespace is that of elements, not of attributes. */
function resolvedName(written: string, scope: NamespaceScope, isElement: boolean): XmlName {
  const colon = written.indexOf(":");
  const prefix = colon < 0 ? "" : written.slice(0, colon);
  const namespace = prefix === "" && !isElement ? "" : (scope.get(prefix) ?? "");
  if (prefix !== "" && namespace === "")
    throw new XmlFault(`The prefix "${prefix}" for "${written}" is not bound.`);
  return {
    prefix,
    localName: written.slice(colon + 1),
    namespace: namespace === "" ? null : namespace,
  };
}
