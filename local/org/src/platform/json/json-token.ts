/** JSON as a stream of tokens, as JSONParser shows it. Source: RFC 8259; Apex Reference, "JSONToken Enum". */
import { type JsonPosition, positionIn, refuseJson } from "./json-error.ts";

export type JsonTokenName =
  | "END_ARRAY"
  | "END_OBJECT"
  | "FIELD_NAME"
  | "START_ARRAY"
  | "START_OBJECT"
  | "VALUE_FALSE"
  | "VALUE_NULL"
  | "VALUE_NUMBER_FLOAT"
  | "VALUE_NUMBER_INT"
  | "VALUE_STRING"
  | "VALUE_TRUE";

export interface JsonTokenAt {
  readonly name: JsonTokenName;
  /** As written for numbers and words, without quotes and escapes for strings and field names. */
  readonly text: string;
  /** Where it begins. */
  readonly offset: number;
  /** Where the token before it ended, white space passed over: a comma where one stands between them. */
  readonly boundary: number;
}

const EXPECTED_VALUE =
  "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

const WORDS: readonly (readonly [string, JsonTokenName])[] = [
  ["true", "VALUE_TRUE"],
  ["false", "VALUE_FALSE"],
  ["null", "VALUE_NULL"],
];

/** Reads one document; throws JSONException where it is none. */
export class JsonTokenizer {
  readonly text: string;
  #at = 0;
  /** Open containers, innermost last. */
  readonly #open: ("array" | "object")[] = [];
  #boundary = 0;
  #state: "value" | "firstOrEnd" | "nextOrEnd" | "fieldValue" | "done" = "value";

  constructor(text: string) {
    this.text = text;
  }

  /** Null at the end of the document, and where there is none at all, as purealoe-lwc has it; whatever follows it is not looked at, as the platform does not. */
  next(): JsonTokenAt | null {
    this.#skipSpace();
    this.#boundary = this.#at;
    if (this.#state === "done" || (this.#state === "value" && this.#at >= this.text.length))
      return null;
    if (this.#state === "value" || this.#state === "fieldValue") return this.#value();
    return this.#memberOrEnd(this.#state === "firstOrEnd");
  }

  #memberOrEnd(isFirst: boolean): JsonTokenAt {
    const isObject = this.#open.at(-1) === "object";
    const character = this.text.charAt(this.#at);
    if (character === (isObject ? "}" : "]")) return this.#close(isObject);
    if (character === "") this.#endOfContainer();
    if (!isFirst) {
      if (character !== ",")
        this.#unexpected(
          `was expecting comma to separate ${isObject ? "OBJECT" : "ARRAY"} entries`,
        );
      this.#at += 1;
      this.#skipSpace();
      if (this.#at >= this.text.length) this.#endOfContainer();
    }
    return isObject ? this.#fieldName() : this.#value();
  }

  #close(isObject: boolean): JsonTokenAt {
    const offset = this.#at;
    this.#at += 1;
    this.#open.pop();
    this.#settle();
    return isObject
      ? this.#token("END_OBJECT", "}", offset)
      : this.#token("END_ARRAY", "]", offset);
  }

  #fieldName(): JsonTokenAt {
    const offset = this.#at;
    if (this.text.charAt(this.#at) !== '"')
      this.#unexpected("was expecting double-quote to start field name");
    const text = this.#string();
    this.#skipSpace();
    if (this.#at >= this.text.length) this.#endOfContainer();
    if (this.text.charAt(this.#at) !== ":")
      this.#unexpected("was expecting a colon to separate field name and value");
    this.#at += 1;
    this.#state = "fieldValue";
    return this.#token("FIELD_NAME", text, offset);
  }

  #value(): JsonTokenAt {
    const offset = this.#at;
    const character = this.text.charAt(this.#at);
    switch (character) {
      case "":
        return this.#endOfContainer();
      case "{":
        return this.#openContainer("object", offset);
      case "[":
        return this.#openContainer("array", offset);
      case '"': {
        const text = this.#string();
        this.#settle();
        return this.#token("VALUE_STRING", text, offset);
      }
      default:
        return this.#word(offset) ?? this.#number(offset) ?? this.#unexpectedValue(character);
    }
  }

  #openContainer(kind: "array" | "object", offset: number): JsonTokenAt {
    this.#at += 1;
    this.#open.push(kind);
    this.#state = "firstOrEnd";
    return kind === "object"
      ? this.#token("START_OBJECT", "{", offset)
      : this.#token("START_ARRAY", "[", offset);
  }

  #token(name: JsonTokenName, text: string, offset: number): JsonTokenAt {
    return { name, text, offset, boundary: this.#boundary };
  }

  #word(offset: number): JsonTokenAt | null {
    for (const [word, name] of WORDS) {
      if (!this.text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      this.#settle();
      return this.#token(name, word, offset);
    }
    return null;
  }

  #number(offset: number): JsonTokenAt | null {
    const expression = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
    expression.lastIndex = this.#at;
    const found = expression.exec(this.text);
    if (found === null) return null;
    this.#at += found[0].length;
    if (/^\d$/.test(this.text.charAt(this.#at)))
      this.#unexpected("Leading zeroes not allowed", "Invalid numeric value: ");
    this.#settle();
    const isWhole = found[1] === undefined && found[2] === undefined;
    return this.#token(isWhole ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT", found[0], offset);
  }

  #string(): string {
    let text = "";
    for (let from = this.#at + 1; ;) {
      const end = this.#stringStop(from);
      text += this.text.slice(from, end);
      this.#at = end;
      const character = this.text.charAt(end);
      if (character === '"') {
        this.#at += 1;
        return text;
      }
      if (character === "")
        refuseJson(
          "Unexpected end-of-input: was expecting closing quote for a string value",
          positionIn(this.text, this.#at),
        );
      if (character !== "\\")
        refuseJson(
          `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
          positionIn(this.text, this.#at),
        );
      text += this.#escape();
      from = this.#at;
    }
  }

  /** Where a run of plain characters ends. */
  #stringStop(from: number): number {
    let at = from;
    while (at < this.text.length) {
      const code = this.text.charCodeAt(at);
      if (code === 34 || code === 92 || code < 32) break;
      at += 1;
    }
    return at;
  }

  #escape(): string {
    const letter = this.text.charAt(this.#at + 1);
    const simple = ESCAPES[letter];
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    if (letter === "")
      return refuseJson(
        "Unexpected end-of-input in character escape sequence",
        positionIn(this.text, this.#at),
      );
    if (letter !== "u")
      return refuseJson(
        `Unrecognized character escape '${letter}' (code ${letter.charCodeAt(0)})`,
        positionIn(this.text, this.#at),
      );
    const digits = this.text.slice(this.#at + 2, this.#at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits))
      return refuseJson(
        "Unexpected end-of-input in character escape sequence",
        positionIn(this.text, this.#at),
      );
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** After a whole value. */
  #settle(): void {
    this.#state = this.#open.length === 0 ? "done" : "nextOrEnd";
  }

  #skipSpace(): void {
    const expression = /[ \t\r\n]*/y;
    expression.lastIndex = this.#at;
    this.#at += expression.exec(this.text)?.[0].length ?? 0;
  }

  #unexpectedValue(character: string): never {
    if (character === "}" || character === "]") return this.#unexpected("expected a value");
    const what = describeCharacter(character);
    const { line, column } = this.#behind();
    return this.#open.length === 0
      ? refuseJson(`${what}: ${EXPECTED_VALUE} at input location [${line},${column}]`)
      : refuseJson(`${what}: ${EXPECTED_VALUE}`, { line, column });
  }

  #unexpected(expectation: string, prefix = ""): never {
    const character = this.text.charAt(this.#at);
    return refuseJson(`${prefix}${describeCharacter(character)}: ${expectation}`, this.#behind());
  }

  #endOfContainer(): never {
    const kind = this.#open.at(-1) === "object" ? "OBJECT" : "ARRAY";
    const { line, column } = positionIn(this.text, this.#at);
    return refuseJson(
      `Unexpected end-of-input: expected close marker for ${kind} (from [line:${line}, column:${column}]`,
    );
  }

  /** The place after the offending character, which is where the platform points. */
  #behind(): JsonPosition {
    const { line, column } = positionIn(this.text, this.#at);
    return { line, column: column + 1 };
  }
}

function describeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code > 255
    ? `Unexpected character ('${character}' (code ${code} / 0x${code.toString(16)}))`
    : `Unexpected character ('${character}' (code ${code}))`;
}
