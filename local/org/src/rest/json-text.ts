/**
 * JSON whose numbers keep their digits: a Decimal of 18 digits does not fit a JavaScript number, in either direction.
 * `JSON.rawJSON` and the reviver's source text are in V8 but not yet in TypeScript's library.
 */
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(
    text: string,
    reviver: (
      this: unknown,
      key: string,
      value: unknown,
      context: { readonly source?: string },
    ) => unknown,
  ): unknown;
}

// See above: the declared type lacks what the engine has.
const exactJson = JSON as unknown as ExactJson;

/** A number as it was written. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** @throws SyntaxError */
export function parseExactJson(text: string): unknown {
  return exactJson.parse(text, function (_key, value, context) {
    return typeof value === "number" ? new JsonNumber(context.source ?? String(value)) : value;
  });
}

/** A value that `JSON.stringify` prints as these digits. */
export function rawNumber(text: string): unknown {
  return exactJson.rawJSON(text);
}
