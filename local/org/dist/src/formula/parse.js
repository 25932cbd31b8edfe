/** From a formula's text to its syntax tree. */
import { FormulaFailure } from "./syntax.js";
import { tokensOf } from "./tokens.js";
/** Weakest first. */
const BINARY_LEVELS = [
    new Map([["||", "||"]]),
    new Map([["&&", "&&"]]),
    new Map([
        ["=", "="],
        ["==", "="],
        ["<>", "<>"],
        ["!=", "<>"],
    ]),
    new Map([
        ["<", "<"],
        ["<=", "<="],
        [">", ">"],
        [">=", ">="],
    ]),
    new Map([
        ["+", "+"],
        ["-", "-"],
        ["&", "&"],
    ]),
    new Map([
        ["*", "*"],
        ["/", "/"],
    ]),
    new Map([["^", "^"]]),
];
const parsed = new Map();
/** @throws FormulaFailure for text that is no formula. */
export function parseFormula(formula) {
    const known = parsed.get(formula);
    if (known !== undefined)
        return known;
    const node = new Parser(tokensOf(formula)).whole();
    parsed.set(formula, node);
    return node;
}
class Parser {
    #tokens;
    #at = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    whole() {
        const node = this.#binary(0);
        const rest = this.#next();
        if (rest.kind === "end")
            return node;
        throw new FormulaFailure(rest.text === ")" || rest.text === ","
            ? `Syntax error. Extra '${rest.text}'`
            : `Syntax error. Extra ${rest.text}`);
    }
    #binary(level) {
        const operators = BINARY_LEVELS[level];
        if (operators === undefined)
            return this.#unary();
        let left = this.#binary(level + 1);
        for (;;) {
            const token = this.#peek();
            const operator = token.kind === "symbol" ? operators.get(token.text) : undefined;
            if (operator === undefined)
                return left;
            this.#next();
            left = { kind: "operator", operator, operands: [left, this.#binary(level + 1)] };
        }
    }
    #unary() {
        const { kind, text } = this.#peek();
        if (kind !== "symbol" || (text !== "-" && text !== "+" && text !== "!"))
            return this.#primary();
        this.#next();
        return { kind: "operator", operator: text, operands: [this.#unary()] };
    }
    #primary() {
        const token = this.#next();
        switch (token.kind) {
            case "number":
                return { kind: "number", text: token.text };
            case "text":
                return { kind: "text", text: token.text };
            case "name":
                return this.#isNext("(")
                    ? { kind: "call", name: token.text.toUpperCase(), arguments: this.#arguments() }
                    : constantOrName(token.text);
            case "symbol":
                if (token.text === "(") {
                    const inner = this.#binary(0);
                    this.#expect(")");
                    return inner;
                }
                throw new FormulaFailure(`Syntax error.  Found '${token.text}'`);
            case "end":
                throw new FormulaFailure("Syntax error.  Found 'end of formula'");
        }
    }
    #arguments() {
        this.#expect("(");
        const found = [];
        if (this.#isNext(")")) {
            this.#next();
            return found;
        }
        for (;;) {
            found.push(this.#binary(0));
            if (!this.#isNext(","))
                break;
            this.#next();
        }
        this.#expect(")");
        return found;
    }
    #expect(symbol) {
        if (!this.#isNext(symbol))
            throw new FormulaFailure(`Syntax error.  Missing '${symbol}'`);
        this.#next();
    }
    #isNext(symbol) {
        const { kind, text } = this.#peek();
        return kind === "symbol" && text === symbol;
    }
    #peek() {
        return this.#tokens[this.#at] ?? { kind: "end", text: "end of formula" };
    }
    #next() {
        const token = this.#peek();
        this.#at += 1;
        return token;
    }
}
function constantOrName(text) {
    switch (text.toUpperCase()) {
        case "TRUE":
            return { kind: "boolean", value: true };
        case "FALSE":
            return { kind: "boolean", value: false };
        case "NULL":
            return { kind: "null" };
        default:
            return { kind: "name", name: text };
    }
}
