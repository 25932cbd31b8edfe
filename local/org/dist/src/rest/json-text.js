// See above: the declared type lacks what the engine has.
const exactJson = JSON;
/** A number as it was written. */
export class JsonNumber {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** @throws SyntaxError */
export function parseExactJson(text) {
    return exactJson.parse(text, function (_key, value, context) {
        return typeof value === "number" ? new JsonNumber(context.source ?? String(value)) : value;
    });
}
/** A value that `JSON.stringify` prints as these digits. */
export function rawNumber(text) {
    return exactJson.rawJSON(text);
}
