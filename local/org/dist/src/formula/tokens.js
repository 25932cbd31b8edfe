/** The words of a formula's text. */
import { FormulaFailure } from "./syntax.js";
const PATTERN = /(?<blank>\s+|\/\*[^]*?\*\/)|(?<number>\d+(?:\.\d*)?|\.\d+)|"(?<double>(?:\\[^]|[^"\\])*)"|'(?<single>(?:\\[^]|[^'\\])*)'|(?<name>\$?[\p{L}_][\p{L}\p{N}_]*(?:[.:]\$?[\p{L}_][\p{L}\p{N}_]*)*)|(?<symbol>&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>!(),])/uy;
export function tokensOf(formula) {
    const tokens = [];
    let at = 0;
    while (at < formula.length) {
        PATTERN.lastIndex = at;
        const groups = PATTERN.exec(formula)?.groups;
        if (groups === undefined)
            throw new FormulaFailure(`Syntax error.  Found '${formula[at] ?? ""}'`);
        at = PATTERN.lastIndex;
        const token = tokenOf(groups);
        if (token !== null)
            tokens.push(token);
    }
    return [...tokens, { kind: "end", text: "end of formula" }];
}
function tokenOf(groups) {
    const { number, name, symbol } = groups;
    const quoted = groups["double"] ?? groups["single"];
    if (quoted !== undefined)
        return { kind: "text", text: unescaped(quoted) };
    if (number !== undefined)
        return { kind: "number", text: number };
    if (name !== undefined)
        return { kind: "name", text: name };
    return symbol === undefined ? null : { kind: "symbol", text: symbol };
}
const ESCAPES = { n: "\n", r: "\r", t: "\t" };
function unescaped(text) {
    return text.replace(/\\([^])/gu, (_match, character) => ESCAPES[character] ?? character);
}
