/** Which `<` and `>` are no comparisons, but stand around types: `List<Id>`, `Map<Id, List<Stripe_Invoice__c>>`. */
import type { Token } from "./tokens.ts";

/** Indexes of those signs. */
export function typeSignsIn(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { text }] of tokens.entries()) {
    const end = text === "<" ? endOfTypes(tokens, index) : undefined;
    if (end !== undefined) found.add(index).add(end);
  }
  return found;
}

/** Between the two stand types alone; of what is compared, `;`, `)` or another operator comes before a `>`. */
function endOfTypes(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !isOfTypes(token)) return undefined;
    if (token.text === "<") depth += 1;
    if (token.text === ">") depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function isOfTypes({ kind, text }: Token): boolean {
  return kind === "word" || /^[<>.,[\]]$/.test(text);
}
