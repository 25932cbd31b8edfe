/** The tokens of a class, as the mistakes tell them apart. */
import { tokensOf as tokensOfApex, type PlacedToken } from "../../local/org/src/syntax/tokens.ts";

export interface Token extends PlacedToken {
  readonly kind: "word" | "number" | "text" | "sign";
}

/** @param source that compiles */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (const token of tokensOfApex(source)) {
    const before = tokens.at(-1);
    if (before !== undefined && endsComparison(before, token))
      tokens[tokens.length - 1] = { ...before, text: before.text + token.text };
    else tokens.push({ ...token, kind: kindOf(token.text) });
  }
  return tokens;
}

/** The grammar has `<=` and `>=` as two tokens, for two signs may end a list of types. */
function endsComparison(before: Token, { text, at }: PlacedToken): boolean {
  return text === "=" && (before.text === "<" || before.text === ">") && at === before.at + 1;
}

function kindOf(text: string): Token["kind"] {
  if (/^[a-z_]/i.test(text)) return "word";
  if (/^\d/.test(text)) return "number";
  return text.startsWith("'") ? "text" : "sign";
}
