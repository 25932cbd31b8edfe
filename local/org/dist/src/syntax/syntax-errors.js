/**
 * Syntax errors in Salesforce's words, as its compiler answers the same mistakes: `Missing ';' at '}'`, `Extra ';', at ')'.`,
 * `Expecting '}' but was: '<EOF>'`, `Unexpected token ';'.`
 */
import { ApexErrorListener, ApexParser } from "@apexdevtools/apex-parser";
import { lexicalError, openComment } from "./lexical-errors.js";
import { optional, positionOf } from "./lower/tree.js";
/** What may be missing after a complete expression or name, the likeliest first. */
const CLOSERS = ["';'", "')'", "']'", "'}'", "':'", "'=>'", "'>'", "'('"];
/** Listens to lexer and parser at once. */
export class SyntaxErrors extends ApexErrorListener {
    #text;
    #problems = [];
    /** Where a string or comment without end begins: nothing after it can be trusted. */
    #lostFrom = null;
    constructor(text) {
        super();
        this.#text = text;
    }
    /** In the order of the text. */
    get problems() {
        return this.#problems.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    }
    syntaxError(...[recognizer, symbol, line, column, message]) {
        const at = { line, column: column + 1 };
        if (this.#lostFrom !== null && !isBefore(at, this.#lostFrom))
            return;
        const isParser = recognizer instanceof ApexParser && typeof symbol === "object";
        const lexical = isParser ? openComment(this.#text, at) : lexicalError(this.#text, at);
        if (lexical !== null) {
            if (lexical.isEndLost)
                this.#lostFrom = at;
            this.#problems.push({ at, message: lexical.message });
        }
        else if (isParser) {
            const expected = expectedNames(recognizer);
            this.#problems.push(expected.includes("'from'") && !expected.includes("Identifier")
                ? misplacedFrom(recognizer)
                : { at, message: wording(message, symbol.text, expected) });
        }
    }
    apexSyntaxError() {
        // syntaxError tells everything, with the parser's state; the base class would call this one instead.
    }
}
export function isBefore(a, b) {
    return a.line < b.line || (a.line === b.line && a.column < b.column);
}
function wording(message, text, expected) {
    const actual = text.replace(/^'([^]*)'$/, "$1");
    if (actual === "<EOF>" && expected.includes("'}'"))
        return "Expecting '}' but was: '<EOF>'";
    const isStatement = expected.includes("'insert'") && expected.includes("'}'");
    if (isStatement && actual === ";")
        return "Extra '}', at ';'.";
    if (isStatement && /^(?:else|catch|finally)$/i.test(actual)) {
        return `Expecting '}' but was: '${actual}'`;
    }
    if (actual === "}" && message.startsWith("no viable "))
        return "Missing ';' at '}'";
    const missing = expected.length === 1 ? expected[0] : closer(expected);
    if (missing === undefined)
        return `Unexpected token '${actual}'.`;
    if (actual === "<EOF>")
        return `Expecting ${missing} but was: '<EOF>'`;
    if (message.startsWith("missing ") || missing === "'<EOF>'") {
        return `Missing ${missing} at '${actual}'`;
    }
    if (message.startsWith("extraneous "))
        return `Extra ${missing}, at '${actual}'.`;
    if (message.startsWith("mismatched "))
        return `Expecting ${missing} but was: '${actual}'`;
    return `Unexpected token '${actual}'.`;
}
/** When neither a name nor a literal may come next, the construct was complete but for its closing token. */
function closer(expected) {
    const isMoreToCome = expected.some((name) => /^[A-Z]|'\{'/.test(name));
    return isMoreToCome ? undefined : CLOSERS.find((name) => expected.includes(name));
}
/**
 * A query where FROM is missed. In `SELECT Id, FROM Account` the grammar takes FROM for a field and misses another one at the end; the
 * mistake is at the first. In `SELECT Id FROM` it is what follows.
 */
function misplacedFrom(parser) {
    const stream = parser.getTokenStream();
    const current = parser.getCurrentToken();
    let unexpected = current;
    for (let back = 1; back <= current.tokenIndex; back++) {
        const token = optional(stream.LT(-back));
        if (token === null || token.type === ApexParser.SELECT)
            break;
        if (token.type === ApexParser.FROM && back > 1)
            unexpected = token;
    }
    return { at: positionOf(unexpected), message: `Unexpected token '${unexpected.text}'.` };
}
/** Literal tokens as `';'`, kinds of token as `Identifier`. */
function expectedNames(parser) {
    const literals = parser.getLiteralNames();
    const symbols = parser.getSymbolicNames();
    const names = [];
    for (const { start, stop } of parser.getExpectedTokens().intervals) {
        for (let type = start; type < stop; type++) {
            names.push(type < 0 ? "'<EOF>'" : (literals[type] ?? symbols[type] ?? ""));
        }
    }
    return names;
}
