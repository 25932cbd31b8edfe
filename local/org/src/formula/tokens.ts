/** The words of a formula's text. */
import { FormulaFailure } from "./syntax.ts";

export interface Token {
  readonly kind: "number" | "text" | "name" | "symbol" | "end";
  /** Of a text literal its value, else what stands in the formula. */
  readonly text: string;
}

const PATTERN =
  /(?<blank>\s+|\/\*[^]*?\*\/)|(?<number>\d+(?:\.\d*)?|\.\d+)|"(?<double>(?:\\[^]|[^"\\])*)"|'(?<single>(?:\\[^]|[^'\\])*)'|(?<name>\$?[\p{L}_][\p{L}\p{N}_]*(?:[.:]\$?[\p{L}_][\p{L}\p{N}_]*)*)|(?<symbol>&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>!(),])/uy;

export function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    PATTERN.lastIndex = at;
    const groups = PATTERN.exec(formula)?.groups;
    if (groups === undefined)
      throw new FormulaFailure(`Syntax error.  Found '${formula[at] ?? ""}'`);
    at = PATTERN.lastIndex;
    const token = tokenOf(groups);
    if (token !== null) tokens.push(token);
  }
  return [...tokens, { kind: "end", text: "end of formula" }];
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | null {
  const { number, name, symbol } = groups;
  const quoted = groups["double"] ?? groups["single"];
  if (quoted !== undefined) return { kind: "text", text: unescaped(quoted) };
  if (number !== undefined) return { kind: "number", text: number };
  if (name !== undefined) return { kind: "name", text: name };
  return symbol === undefined ? null : { kind: "symbol", text: symbol };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function unescaped(text: string): string {
  return text.replace(/\\([^])/gu, (_match, character: string) => ESCAPES[character] ?? character);
}
