/** System.JSONParser: a JSON text token by token. Source: Apex Reference, "JSONParser Class". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { raise } from "../../runtime/exception.ts";
import type { PrimitiveName } from "../../types/type.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { deserialize } from "../json/deserialize.ts";
import { deserializePrimitive } from "../json/deserialize-primitive.ts";
import { readNode } from "../json/json-node.ts";
import { type JsonTokenAt, JsonTokenizer } from "../json/json-token.ts";
import { required } from "../required.ts";

export class JsonParserValue {
  readonly #tokens: JsonTokenizer;
  /** Field names of the objects it stands in, outermost first; null in an array. */
  readonly #names: (string | null)[] = [null];
  current: JsonTokenAt | null = null;
  lastCleared: JsonTokenAt | null = null;

  constructor(text: string) {
    this.#tokens = new JsonTokenizer(text);
  }

  get source(): string {
    return this.#tokens.text;
  }

  get currentName(): string | null {
    const isOpening = this.current?.name === "START_OBJECT" || this.current?.name === "START_ARRAY";
    return this.#names.at(isOpening ? -2 : -1) ?? null;
  }

  next(): JsonTokenAt | null {
    this.current = this.#tokens.next();
    switch (this.current?.name) {
      case "START_OBJECT":
      case "START_ARRAY":
        this.#names.push(null);
        break;
      case "END_OBJECT":
      case "END_ARRAY":
        this.#names.pop();
        break;
      case "FIELD_NAME":
        this.#names[this.#names.length - 1] = this.current.text;
        break;
      default:
        break;
    }
    return this.current;
  }

  /** The next token that is no field name. */
  nextValue(): JsonTokenAt | null {
    const token = this.next();
    return token?.name === "FIELD_NAME" ? this.next() : token;
  }

  clear(): void {
    if (this.current === null) return;
    this.lastCleared = this.current;
    this.current = null;
  }

  /** From the beginning of a container to its end; elsewhere stays. */
  skipChildren(): void {
    if (this.current?.name !== "START_OBJECT" && this.current?.name !== "START_ARRAY") return;
    for (let depth = 1; depth > 0;) {
      const token = this.next();
      if (token?.name === "START_OBJECT" || token?.name === "START_ARRAY") depth += 1;
      else if (token?.name === "END_OBJECT" || token?.name === "END_ARRAY") depth -= 1;
    }
  }

  /** The value the current token begins; afterwards its last token is the current one. */
  readAs({ type }: TypeValue, isStrict: boolean): unknown {
    const first = this.current?.name === "FIELD_NAME" ? this.next() : (this.current ?? this.next());
    if (first === null)
      return raise("System.JSONException", "No content to map to Object due to end of input");
    let last = first;
    const node = readNode(first, {
      text: this.source,
      next: () => {
        const token = this.next();
        if (token !== null) last = token;
        return token;
      },
    });
    this.current = last;
    return deserialize(node, type, { source: this.source, isStrict });
  }
}

function tokenNamed(token: JsonTokenAt | null): ApexEnum | null {
  return token === null ? null : (platformEnum("System.JSONToken").find(token.name) ?? null);
}

/** A getter of one type of value. */
function getter(type: PrimitiveName, accepts: (token: JsonTokenAt) => string | null) {
  return (parser: JsonParserValue): unknown => {
    const { current } = parser;
    if (current === null) return raise("System.JSONException", "No current token");
    const refusal = accepts(current);
    if (refusal !== null) raise("System.JSONException", refusal);
    const node = { kind: scalarKind(current), text: current.text, offset: current.offset };
    return deserializePrimitive(node, type, {
      source: parser.source,
      boundary: current.offset,
    });
  };
}

function scalarKind(token: JsonTokenAt): "integer" | "float" | "boolean" | "string" {
  switch (token.name) {
    case "VALUE_NUMBER_INT":
      return "integer";
    case "VALUE_NUMBER_FLOAT":
      return "float";
    case "VALUE_TRUE":
    case "VALUE_FALSE":
      return "boolean";
    default:
      return "string";
  }
}

function numeric(token: JsonTokenAt): string | null {
  return token.name === "VALUE_NUMBER_INT" || token.name === "VALUE_NUMBER_FLOAT"
    ? null
    : `Current token (${token.name}) not numeric, can not use numeric value accessors`;
}

function logical(token: JsonTokenAt): string | null {
  return token.name === "VALUE_TRUE" || token.name === "VALUE_FALSE"
    ? null
    : `Current token (${token.name}) not of boolean type`;
}

function textual(token: JsonTokenAt): string | null {
  return token.name === "VALUE_STRING" || token.name === "VALUE_NUMBER_INT"
    ? null
    : `Current token (${token.name}) not VALUE_STRING, can not access as text value`;
}

/** A number with a fraction read as a whole one loses the fraction. */
function wholeGetter(type: "Integer" | "Long") {
  const read = getter(type, numeric);
  return (parser: JsonParserValue): unknown => {
    const { current } = parser;
    if (current?.name !== "VALUE_NUMBER_FLOAT") return read(parser);
    const whole = Math.trunc(Number(current.text));
    return type === "Integer" ? whole | 0 : BigInt(whole);
  };
}

export const jsonParserBehaviour = platformType({
  type: "System.JSONParser",
  implementation: JsonParserValue,
  methods: {
    clearCurrentToken: (parser: JsonParserValue) => parser.clear(),
    getBlobValue: getter("Blob", textual),
    getBooleanValue: getter("Boolean", logical),
    getCurrentName: (parser: JsonParserValue) => parser.currentName,
    getCurrentToken: (parser: JsonParserValue) => tokenNamed(parser.current),
    getDateTimeValue: getter("Datetime", textual),
    getDateValue: getter("Date", textual),
    getDecimalValue: getter("Decimal", numeric),
    getDoubleValue: getter("Double", numeric),
    getIdValue: getter("Id", textual),
    getIntegerValue: wholeGetter("Integer"),
    getLastClearedToken: (parser: JsonParserValue) => tokenNamed(parser.lastCleared),
    getLongValue: wholeGetter("Long"),
    getText: (parser: JsonParserValue) => parser.current?.text ?? null,
    getTimeValue: getter("Time", textual),
    hasCurrentToken: (parser: JsonParserValue) => parser.current !== null,
    nextToken: (parser: JsonParserValue) => tokenNamed(parser.next()),
    nextValue: (parser: JsonParserValue) => tokenNamed(parser.nextValue()),
    readValueAs: (parser: JsonParserValue, type: TypeValue | null) =>
      parser.readAs(required(type), false),
    readValueAsStrict: (parser: JsonParserValue, type: TypeValue | null) =>
      parser.readAs(required(type), true),
    skipChildren: (parser: JsonParserValue) => parser.skipChildren(),
  },
});
