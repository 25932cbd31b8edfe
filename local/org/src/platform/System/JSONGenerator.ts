/** System.JSONGenerator. Source: Apex Reference, "JSONGenerator Class"; the grammar it keeps is that of Jackson's generator. */
import { raise } from "../../runtime/exception.ts";
import { platformType, type Behaviour } from "../../runtime/behaviour.ts";
import { JsonWriter } from "../json/json-writer.ts";
import { serializeInto } from "../json/serialize.ts";
import { required } from "../required.ts";

export class JsonGeneratorValue {
  readonly #writer: JsonWriter;
  isClosed = false;

  constructor(isPretty: boolean) {
    this.#writer = new JsonWriter(isPretty);
  }

  get text(): string {
    return this.#writer.text;
  }

  /** Open containers are closed too. */
  close(): void {
    if (this.isClosed) return;
    while (this.#writer.container !== undefined) this.#writer.end();
    this.isClosed = true;
  }

  start(kind: "object" | "array"): void {
    this.#checkValue(`start an ${kind}`);
    this.#writer.start(kind);
  }

  end(kind: "object" | "array"): void {
    this.#checkOpen();
    const open = this.#writer.container?.kind;
    if (open !== kind)
      refuse(
        `Current context not an ${kind === "object" ? "object" : "ARRAY"} but ${open === undefined ? "root" : open.toUpperCase()}`,
      );
    this.#writer.end();
  }

  fieldName(name: string): void {
    this.#checkOpen();
    const container = this.#writer.container;
    if (container?.kind !== "object" || container.isFieldOpen)
      refuse("Can not write a field name, expecting a value");
    this.#writer.fieldName(name);
  }

  /** Any value as JSON.serialize writes it. */
  value(value: unknown): void {
    this.#checkValue("write value");
    serializeInto(this.#writer, value);
  }

  #checkOpen(): void {
    if (this.isClosed) refuse("JSONGenerator is closed");
  }

  #checkValue(what: string): void {
    this.#checkOpen();
    const container = this.#writer.container;
    if (container?.kind === "object" && !container.isFieldOpen)
      refuse(`Can not ${what}, expecting field name`);
  }
}

function refuse(message: string): never {
  return raise("System.JSONException", message);
}

/** `writeX(value)` and `writeXField(name, value)` of one kind of value; null is written as null. */
function writers(suffix: string): Readonly<Record<string, Behaviour>> {
  return {
    [`write${suffix}`]: (generator: JsonGeneratorValue, value: unknown) => generator.value(value),
    [`write${suffix}Field`]: (
      generator: JsonGeneratorValue,
      name: string | null,
      value: unknown,
    ) => {
      generator.fieldName(required(name));
      generator.value(value);
    },
  };
}

export const jsonGeneratorBehaviour = platformType({
  type: "System.JSONGenerator",
  implementation: JsonGeneratorValue,
  methods: {
    ...["Blob", "Boolean", "Date", "DateTime", "Id", "Number", "Object", "String", "Time"]
      .map(writers)
      .reduce((all, table) => ({ ...all, ...table })),
    close: (generator: JsonGeneratorValue) => generator.close(),
    getAsString: (generator: JsonGeneratorValue) => {
      generator.close();
      return generator.text;
    },
    isClosed: (generator: JsonGeneratorValue) => generator.isClosed,
    writeEndArray: (generator: JsonGeneratorValue) => generator.end("array"),
    writeEndObject: (generator: JsonGeneratorValue) => generator.end("object"),
    writeFieldName: (generator: JsonGeneratorValue, name: string | null) =>
      generator.fieldName(required(name)),
    writeNull: (generator: JsonGeneratorValue) => generator.value(null),
    writeNullField: (generator: JsonGeneratorValue, name: string | null) => {
      generator.fieldName(required(name));
      generator.value(null);
    },
    writeStartArray: (generator: JsonGeneratorValue) => generator.start("array"),
    writeStartObject: (generator: JsonGeneratorValue) => generator.start("object"),
  },
});
