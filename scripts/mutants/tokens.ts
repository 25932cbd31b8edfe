/** The tokens of a text of Apex, with their places: enough to change one of them and leave all else. */

export interface Token {
  readonly kind: "word" | "number" | "text" | "sign";
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
  /** From 1. */
  readonly line: number;
}

/** Longest first. A `>` stands alone: two of them can end a list of types. */
const SIGNS =
  /^(?:===|!==|\?\?|\?\.|&&|\|\||==|!=|<=|>=|\+\+|--|\+=|-=|\*=|\/=|=>|[-+*/%=<>!?:;,.(){}[\]@&|^~])/;

/** @throws Error for a character no token begins with */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const [kind, text] = nextIn(source, at);
    if (kind !== "nothing") tokens.push({ kind, text, at, line });
    line += text.split("\n").length - 1;
    at += text.length;
  }
  return tokens;
}

function nextIn(source: string, at: number): [Token["kind"] | "nothing", string] {
  const rest = source.slice(at, at + 20_000);
  const nothing = /^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest);
  if (nothing) return ["nothing", nothing[0]];
  const text = /^'(?:\\.|[^'\\])*'/.exec(rest);
  if (text) return ["text", text[0]];
  const word = /^[A-Za-z_]\w*/.exec(rest);
  if (word) return ["word", word[0]];
  const number = /^\d+(?:\.\d+)?[lLdD]?/.exec(rest);
  if (number) return ["number", number[0]];
  const sign = SIGNS.exec(rest);
  if (sign) return ["sign", sign[0]];
  throw new Error(`No token of Apex begins like this: ${rest.slice(0, 20)}`);
}
