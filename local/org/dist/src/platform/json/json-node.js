/** A JSON value read whole, with where its parts stand in the text. */
import { refuseJson } from "./json-error.js";
/** The value that begins with the given token. */
export function readNode(token, tokens) {
    const { text, offset } = token;
    switch (token.name) {
        case "START_OBJECT":
            return { kind: "object", entries: readEntries(tokens), offset };
        case "START_ARRAY":
            return { kind: "array", items: readItems(tokens), offset };
        case "VALUE_STRING":
            return { kind: "string", text, offset };
        case "VALUE_NUMBER_INT":
            return { kind: "integer", text, offset };
        case "VALUE_NUMBER_FLOAT":
            return { kind: "float", text, offset };
        case "VALUE_TRUE":
        case "VALUE_FALSE":
            return { kind: "boolean", text, offset };
        case "VALUE_NULL":
            return { kind: "null", text, offset };
        case "FIELD_NAME":
        case "END_ARRAY":
        case "END_OBJECT":
            return refuseJson(`Unexpected token (${token.name}), expected a value`);
    }
}
function following(tokens) {
    const token = tokens.next();
    if (token === null)
        throw new Error("A container ended without its closing token");
    return token;
}
function readEntries(tokens) {
    const entries = [];
    for (;;) {
        const token = following(tokens);
        if (token.name === "END_OBJECT")
            return entries;
        entries.push({
            name: token.text,
            value: readNode(following(tokens), tokens),
            nameOffset: token.offset,
            boundary: token.boundary,
        });
    }
}
function readItems(tokens) {
    const items = [];
    for (;;) {
        const token = following(tokens);
        if (token.name === "END_ARRAY")
            return items;
        items.push(readNode(token, tokens));
    }
}
export function readDocument(tokens) {
    const first = tokens.next();
    return first === null
        ? refuseJson("No content to map to Object due to end of input")
        : readNode(first, tokens);
}
