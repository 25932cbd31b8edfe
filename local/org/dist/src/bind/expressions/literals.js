import { BOOLEAN, DECIMAL, DOUBLE, INTEGER, LONG, NULL, STRING } from "../../types/well-known.js";
export function bindLiteral(literal) {
    const { at, text } = literal;
    switch (literal.type) {
        case "null":
            return { kind: "literal", value: { kind: "null" }, type: NULL, at };
        case "boolean":
            return {
                kind: "literal",
                value: { kind: "boolean", value: text.toLowerCase() === "true" },
                type: BOOLEAN,
                at,
            };
        // The parser has refused what does not fit.
        case "integer":
            return {
                kind: "literal",
                value: { kind: "integer", value: Number(text) },
                type: INTEGER,
                at,
            };
        case "long":
            return { kind: "literal", value: { kind: "long", text }, type: LONG, at };
        case "decimal":
            return { kind: "literal", value: { kind: "decimal", text }, type: DECIMAL, at };
        case "double":
            return { kind: "literal", value: { kind: "double", value: Number(text) }, type: DOUBLE, at };
        case "string":
            return { kind: "literal", value: { kind: "string", value: text }, type: STRING, at };
    }
}
