/** The words of a DataWeave script. */
import { lacking } from "./failure.ts";

export interface Token {
  readonly kind: "name" | "number" | "text" | "regex" | "symbol" | "end";
  /** Of a text its value, of a regex its pattern, else what stands there. */
  readonly text: string;
}

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)+/uy;
const WORD =
  /(?<name>[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*|\$+)|(?<number>\d+(?:\.\d+)?)|"(?<double>(?:\\[^]|[^"\\])*)"|'(?<single>(?:\\[^]|[^'\\])*)'|(?<symbol>---|->|\+\+|--|>>|<=|>=|==|!=|~=|%|[-+*/<>=(){}[\],:.@!?|&^])/uy;
const REGEX = /\/(?<pattern>(?:\\[^]|[^/\\\n])+)\//uy;

/** After these words no division can stand. */
const BEFORE_OPERAND = new Set([
  "matches",
  "case",
  "else",
  "and",
  "or",
  "not",
  "default",
  "replace",
]);

export function tokensOf(script: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const skip = (): void => {
    BLANK.lastIndex = at;
    at += BLANK.exec(script)?.[0].length ?? 0;
  };
  skip();
  while (at < script.length) {
    const regex = isOperandNext(tokens.at(-1)) ? match(REGEX, script, at) : null;
    const found = regex ?? match(WORD, script, at);
    if (found === null) return lacking(`the character ${script.charAt(at)}`);
    at += found[0].length;
    tokens.push(tokenOf(found.groups ?? {}));
    skip();
  }
  return [...tokens, { kind: "end", text: "end of script" }];
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isOperandNext(before: Token | undefined): boolean {
  if (before?.kind === "name") return BEFORE_OPERAND.has(before.text);
  return before?.kind === "symbol" && ["(", ",", "=", "->", "["].includes(before.text);
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token {
  const { name, number, pattern, symbol } = groups;
  if (pattern !== undefined) return { kind: "regex", text: pattern };
  if (name !== undefined) return { kind: "name", text: name };
  if (number !== undefined) return { kind: "number", text: number };
  if (symbol !== undefined) return { kind: "symbol", text: symbol };
  return { kind: "text", text: unescaped(groups["double"] ?? groups["single"] ?? "") };
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function unescaped(text: string): string {
  if (/(?<!\\)\$\(/u.test(text)) lacking("interpolation");
  return text.replace(/\\([^])/gu, (_all, character: string) => ESCAPES[character] ?? character);
}
