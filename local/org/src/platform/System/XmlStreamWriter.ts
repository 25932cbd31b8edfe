/** System.XmlStreamWriter. Source: Apex Reference, "XmlStreamWriter Class", whose example's output is this one's. */
import { platformType } from "../../runtime/behaviour.ts";
import { raise } from "../../runtime/exception.ts";
import { required } from "../required.ts";
import { escapedAttribute, escapedText } from "../xml/write.ts";

type Text = string | null;

export class XmlStreamWriterValue {
  #written = "";
  /** A start tag takes attributes and namespaces until something else is written. */
  #isTagOpen = false;
  #isEmptyElement = false;
  #isClosed = false;
  readonly #elements: string[] = [];

  get text(): string {
    return this.#written;
  }

  close(): void {
    this.#isClosed = true;
  }

  write(markup: string): void {
    if (this.#isClosed) raise("System.XmlException", "The writer is closed");
    this.#endTag();
    this.#written += markup;
  }

  writeInTag(markup: string): void {
    if (!this.#isTagOpen) raise("System.XmlException", "Attribute not associated with any element");
    this.#written += markup;
  }

  start(name: string, isEmpty: boolean): void {
    this.write(`<${name}`);
    this.#isTagOpen = true;
    this.#isEmptyElement = isEmpty;
    if (!isEmpty) this.#elements.push(name);
  }

  end(): void {
    const name = this.#elements.pop();
    if (name === undefined) raise("System.XmlException", "No element was found to write");
    this.write(`</${name}>`);
  }

  endAll(): void {
    this.#endTag();
    while (this.#elements.length > 0) this.end();
  }

  #endTag(): void {
    if (!this.#isTagOpen) return;
    this.#written += this.#isEmptyElement ? "/>" : ">";
    this.#isTagOpen = false;
  }
}

function qualified(prefix: Text, localName: Text): string {
  return prefix === null || prefix === ""
    ? required(localName)
    : `${prefix}:${required(localName)}`;
}

export const xmlStreamWriterBehaviour = platformType({
  type: "System.XmlStreamWriter",
  implementation: XmlStreamWriterValue,
  constructors: { new: () => new XmlStreamWriterValue() },
  methods: {
    close: (writer: XmlStreamWriterValue) => writer.close(),
    getXmlString: (writer: XmlStreamWriterValue) => writer.text,
    /** Binds it for what is written next; it is written by writeDefaultNamespace. */
    setDefaultNamespace: () => undefined,
    writeAttribute: (
      writer: XmlStreamWriterValue,
      prefix: Text,
      _namespace: Text,
      localName: Text,
      value: Text,
    ) =>
      writer.writeInTag(` ${qualified(prefix, localName)}="${escapedAttribute(required(value))}"`),
    writeCData: (writer: XmlStreamWriterValue, data: Text) =>
      writer.write(`<![CDATA[${required(data)}]]>`),
    writeCharacters: (writer: XmlStreamWriterValue, text: Text) =>
      writer.write(escapedText(required(text))),
    writeComment: (writer: XmlStreamWriterValue, data: Text) =>
      writer.write(`<!--${data ?? ""}-->`),
    writeDefaultNamespace: (writer: XmlStreamWriterValue, uri: Text) =>
      writer.writeInTag(` xmlns="${escapedAttribute(required(uri))}"`),
    writeEmptyElement: (writer: XmlStreamWriterValue, prefix: Text, localName: Text) =>
      writer.start(qualified(prefix, localName), true),
    writeEndDocument: (writer: XmlStreamWriterValue) => writer.endAll(),
    writeEndElement: (writer: XmlStreamWriterValue) => writer.end(),
    writeNamespace: (writer: XmlStreamWriterValue, prefix: Text, uri: Text) =>
      writer.writeInTag(
        ` xmlns${prefix === null || prefix === "" ? "" : `:${prefix}`}="${escapedAttribute(required(uri))}"`,
      ),
    writeProcessingInstruction: (writer: XmlStreamWriterValue, target: Text, data: Text) =>
      writer.write(`<?${required(target)} ${required(data)}?>`),
    writeStartDocument: (writer: XmlStreamWriterValue, encoding: Text, version: Text) =>
      writer.write(
        `<?xml version="${version ?? "1.0"}"${encoding === null ? "" : ` encoding="${encoding}"`}?>`,
      ),
    writeStartElement: (writer: XmlStreamWriterValue, prefix: Text, localName: Text) =>
      writer.start(qualified(prefix, localName), false),
  },
});
