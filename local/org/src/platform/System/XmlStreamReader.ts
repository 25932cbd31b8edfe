/**
 * System.XmlStreamReader. Source: Apex Reference, "XmlStreamReader Class"; numbers of events are those of Java's XMLStreamConstants, on
 * which the class is built.
 */
import { platformType } from "../../runtime/behaviour.ts";
import { platformEnum } from "../../runtime/enums.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import { raise } from "../../runtime/exception.ts";
import { GapReached } from "../../runtime/gap-reached.ts";
import { required } from "../required.ts";
import { readXml, type XmlAttribute, type XmlEvent, type XmlNamespace } from "../xml/read.ts";
import { XmlFault } from "../xml/scan.ts";

/** What the reader calls an event, and its number. */
const EVENTS: Readonly<Record<XmlEvent["kind"], readonly [tag: string, code: number]>> = {
  startElement: ["START_ELEMENT", 1],
  endElement: ["END_ELEMENT", 2],
  instruction: ["PROCESSING_INSTRUCTION", 3],
  characters: ["CHARACTERS", 4],
  comment: ["COMMENT", 5],
  startDocument: ["START_DOCUMENT", 7],
  endDocument: ["END_DOCUMENT", 8],
  doctype: ["DTD", 11],
  cdata: ["CDATA", 12],
};

type Of<Kind extends XmlEvent["kind"]> = Extract<XmlEvent, { readonly kind: Kind }>;

export class XmlStreamReaderValue {
  readonly #events: Generator<XmlEvent, void, undefined>;
  #ahead: XmlEvent | null = null;
  #version: string | null = null;
  current: XmlEvent;
  isCoalescing = false;

  constructor(text: string) {
    this.#events = readXml(text);
    this.current = this.#read() ?? { kind: "startDocument", version: null };
    if (this.current.kind === "startDocument") this.#version = this.current.version;
  }

  get version(): string | null {
    return this.#version;
  }

  get tag(): ApexEnum {
    const tag = platformEnum("System.XmlTag").find(EVENTS[this.current.kind][0]);
    if (tag === undefined) throw new Error("XmlTag lacks a constant");
    return tag;
  }

  get hasNext(): boolean {
    return this.current.kind !== "endDocument";
  }

  next(): number {
    const next = this.#take();
    if (next === null) return raise("System.NoSuchElementException", "No more elements.");
    this.current = this.isCoalescing && isText(next) ? this.#joined(next) : next;
    return EVENTS[this.current.kind][1];
  }

  /** Past white space, comments and processing instructions, to a tag. */
  nextTag(): number {
    for (;;) {
      const code = this.next();
      const { current } = this;
      if (current.kind === "startElement" || current.kind === "endElement") return code;
      const isPassed =
        current.kind === "comment" ||
        current.kind === "instruction" ||
        (isText(current) && current.text.trim() === "");
      if (!isPassed)
        raise(
          "System.XmlException",
          `found: ${EVENTS[current.kind][0]}, expected START_ELEMENT or END_ELEMENT`,
        );
    }
  }

  #joined(first: Of<"characters" | "cdata" | "comment" | "doctype">): XmlEvent {
    let { text } = first;
    for (let next = this.#take(); next !== null; next = this.#take()) {
      if (!isText(next)) {
        this.#ahead = next;
        break;
      }
      text += next.text;
    }
    return { kind: "characters", text };
  }

  #take(): XmlEvent | null {
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead ?? this.#read();
  }

  #read(): XmlEvent | null {
    try {
      const read = this.#events.next();
      return read.done === true ? null : read.value;
    } catch (fault) {
      if (fault instanceof XmlFault) return raise("System.XmlException", fault.message);
      throw fault;
    }
  }
}

function isText(event: XmlEvent): event is Of<"characters" | "cdata" | "comment" | "doctype"> {
  return event.kind === "characters" || event.kind === "cdata";
}

function wrongState(expected: string): never {
  return raise("System.XmlException", `Current state of the parser is not ${expected}`);
}

function element({ current }: XmlStreamReaderValue): Of<"startElement"> | Of<"endElement"> {
  return current.kind === "startElement" || current.kind === "endElement"
    ? current
    : wrongState("START_ELEMENT or END_ELEMENT");
}

function attributes({ current }: XmlStreamReaderValue): readonly XmlAttribute[] {
  return current.kind === "startElement" ? current.attributes : wrongState("START_ELEMENT");
}

function attribute(reader: XmlStreamReaderValue, index: number | null): XmlAttribute {
  return attributes(reader)[required(index)] ?? outOfBounds(required(index));
}

function namespace(reader: XmlStreamReaderValue, index: number | null): XmlNamespace {
  return element(reader).namespaces[required(index)] ?? outOfBounds(required(index));
}

function outOfBounds(index: number): never {
  return raise("System.ListException", `List index out of bounds: ${index}`);
}

function text({ current }: XmlStreamReaderValue): string {
  return "text" in current ? current.text : wrongState("CHARACTERS, COMMENT, CDATA, SPACE or DTD");
}

export const xmlStreamReaderBehaviour = platformType({
  type: "System.XmlStreamReader",
  implementation: XmlStreamReaderValue,
  constructors: { new: (xml: string | null) => new XmlStreamReaderValue(required(xml)) },
  methods: {
    getAttributeCount: (reader: XmlStreamReaderValue) => attributes(reader).length,
    getAttributeLocalName: (reader: XmlStreamReaderValue, index: number | null) =>
      attribute(reader, index).localName,
    getAttributeNamespace: (reader: XmlStreamReaderValue, index: number | null) =>
      attribute(reader, index).namespace,
    getAttributePrefix: (reader: XmlStreamReaderValue, index: number | null) =>
      attribute(reader, index).prefix,
    getAttributeType: (reader: XmlStreamReaderValue, index: number | null) => {
      attribute(reader, index);
      return "CDATA";
    },
    /** Without a namespace any is meant. */
    getAttributeValue: (
      reader: XmlStreamReaderValue,
      uri: string | null,
      localName: string | null,
    ) =>
      attributes(reader).find(
        (each) =>
          each.localName === required(localName) &&
          (uri === null || (each.namespace ?? "") === uri),
      )?.value ?? null,
    getAttributeValueAt: (reader: XmlStreamReaderValue, index: number | null) =>
      attribute(reader, index).value,
    getEventType: (reader: XmlStreamReaderValue) => reader.tag,
    getLocalName: (reader: XmlStreamReaderValue) => element(reader).name.localName,
    getNamespace: (reader: XmlStreamReaderValue) => element(reader).name.namespace,
    getNamespaceCount: (reader: XmlStreamReaderValue) => element(reader).namespaces.length,
    getNamespacePrefix: (reader: XmlStreamReaderValue, index: number | null) => {
      const { prefix } = namespace(reader, index);
      return prefix === "" ? null : prefix;
    },
    getNamespaceURI: (reader: XmlStreamReaderValue, prefix: string | null) =>
      element(reader).scope.get(prefix ?? "") ?? null,
    getNamespaceURIAt: (reader: XmlStreamReaderValue, index: number | null) =>
      namespace(reader, index).uri,
    getPIData: ({ current }: XmlStreamReaderValue) =>
      current.kind === "instruction" ? current.data : null,
    getPITarget: ({ current }: XmlStreamReaderValue) =>
      current.kind === "instruction" ? current.target : null,
    getPrefix: (reader: XmlStreamReaderValue) => {
      const { prefix } = element(reader).name;
      return prefix === "" ? null : prefix;
    },
    getText: (reader: XmlStreamReaderValue) => text(reader),
    getVersion: (reader: XmlStreamReaderValue) => reader.version,
    hasName: ({ current }: XmlStreamReaderValue) =>
      current.kind === "startElement" || current.kind === "endElement",
    hasNext: (reader: XmlStreamReaderValue) => reader.hasNext,
    hasText: ({ current }: XmlStreamReaderValue) => "text" in current,
    isCharacters: ({ current }: XmlStreamReaderValue) => current.kind === "characters",
    isEndElement: ({ current }: XmlStreamReaderValue) => current.kind === "endElement",
    isStartElement: ({ current }: XmlStreamReaderValue) => current.kind === "startElement",
    isWhitespace: ({ current }: XmlStreamReaderValue) =>
      current.kind === "characters" && current.text.trim() === "",
    next: (reader: XmlStreamReaderValue) => reader.next(),
    nextTag: (reader: XmlStreamReaderValue) => reader.nextTag(),
    setCoalescing: (reader: XmlStreamReaderValue, isCoalescing: boolean | null) => {
      reader.isCoalescing = required(isCoalescing);
    },
    setNamespaceAware: (_reader: XmlStreamReaderValue, isAware: boolean | null) => {
      if (!required(isAware))
        throw new GapReached(
          "Not supported by the local org yet: reading XML without its namespaces",
        );
    },
  },
});
