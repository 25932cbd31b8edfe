/** Queries as they stand in Apex, as far as it takes to see whether they find their rows by an index. */

export interface Query {
  readonly object: string;
  /** The condition without blanks at its ends; empty for none. */
  readonly where: string;
  readonly isLimited: boolean;
  /** Read in portions by a batch, and so never in the transaction of an event. */
  readonly isOfBatch: boolean;
}

const QUERY = /(getQueryLocator\(\s*)?\[\s*(SELECT[\s\S]*?)\n?\s*\]/g;
const INNER = /\(\s*SELECT[\s\S]*?\n\s*\)/g;

export function queriesIn(apex: string): Query[] {
  return [...apex.matchAll(QUERY)].map(([, locator, text = ""]) => {
    const soql = text.replace(INNER, "").replace(/\s+/g, " ");
    return {
      object: /\bFROM (\w+)/.exec(soql)?.[1] ?? "",
      where:
        /\bWHERE (.*?)(?= WITH | GROUP BY | ORDER BY | LIMIT |$)/.exec(soql)?.[1]?.trim() ?? "",
      isLimited: / LIMIT /.test(soql),
      isOfBatch: locator !== undefined,
    };
  });
}

/** Parts of a condition that stand beside each other, joined by a word, outside of brackets. */
export function partsOf(condition: string, word: "AND" | "OR"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const token of condition.split(/(\(|\)| AND | OR )/)) {
    if (depth === 0 && token === ` ${word} `) {
      parts.push(part.trim());
      part = "";
      continue;
    }
    depth += token === "(" ? 1 : token === ")" ? -1 : 0;
    part += token;
  }
  return [...parts, part.trim()];
}

/**
 * Whether a condition leaves the rows an index finds for values that are given: of parts joined by AND one does, of
 * parts joined by OR all do.
 * Source: Salesforce, Working with Very Large SOQL Queries, More Efficient SOQL Queries
 */
export function isSelective(condition: string, isIndexed: (field: string) => boolean): boolean {
  const bare = withoutBrackets(condition);
  const alternatives = partsOf(bare, "OR");
  if (alternatives.length > 1) return alternatives.every((each) => isSelective(each, isIndexed));
  const together = partsOf(bare, "AND");
  if (together.length > 1) return together.some((each) => isSelective(each, isIndexed));
  // A bound value, a list of words, or a span of days.
  const field = /^([\w.]+) (?:IN|=|<=|<) ?(?::|\(|LAST_)/.exec(bare)?.[1];
  return field !== undefined && isIndexed(field);
}

function withoutBrackets(condition: string): string {
  const bare = condition.trim();
  if (!bare.startsWith("(") || !bare.endsWith(")")) return bare;
  const inner = bare.slice(1, -1);
  let depth = 0;
  for (const character of inner) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (depth < 0) return bare;
  }
  return withoutBrackets(inner);
}
