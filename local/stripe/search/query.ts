import { invalidRequest } from "../api/stripe-error.ts";

/** One condition of a search: a field, how it is compared, and with what. */
export interface Clause {
  /** The path into the object: `metadata["k"]` is `["metadata", "k"]`. */
  readonly path: readonly string[];
  readonly comparison: ":" | "~" | "<" | "<=" | ">" | ">=";
  /** null asks for a field that is not there. */
  readonly value: string | null;
  readonly negated: boolean;
}

export interface SearchQuery {
  readonly clauses: readonly Clause[];
  /** Whether one clause is enough. */
  readonly any: boolean;
}

const CLAUSE =
  /^\s*(?<negated>-)?(?<field>[a-z_.]+)(?:\[(?<quote>["'])(?<key>.*?)\k<quote>\])?\s*(?<comparison>:|~|<=|<|>=|>)\s*(?:(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<bare>[\w.-]+))/u;
const JOIN = /^\s+(?<join>and|or)\s+/i;

/**
 * Reads Stripe's search language: clauses such as `email:"a@b.c"`, `-metadata["k"]:"v"`, `created>1`, joined by AND or by OR.
 * @throws StripeApiError 400 for what is not in the language
 * @see https://docs.stripe.com/search#search-query-language
 */
export function parseSearch(query: string): SearchQuery {
  const clauses: Clause[] = [];
  const joins = new Set<string>();
  let rest = query;
  for (;;) {
    const match = CLAUSE.exec(rest);
    if (match === null) throw unreadable(query);
    clauses.push(clauseOf(match.groups ?? {}));
    rest = rest.slice(match[0].length);
    if (rest.trim() === "") break;
    const join = JOIN.exec(rest);
    // Two clauses side by side are joined by AND.
    if (join === null && !/^\s/.test(rest)) throw unreadable(query);
    joins.add((join?.groups?.["join"] ?? "and").toLowerCase());
    rest = rest.slice(join?.[0].length ?? 0);
  }
  if (joins.size > 1) {
    throw invalidRequest(
      "We were unable to parse your search query. You cannot combine AND and OR in the same query.",
      "query",
    );
  }
  return { clauses, any: joins.has("or") };
}

/** Whether an object is what a search asks for. */
export function matches(object: object, { clauses, any }: SearchQuery): boolean {
  const fits = (clause: Clause): boolean => fitsClause(object, clause) !== clause.negated;
  return any ? clauses.some(fits) : clauses.every(fits);
}

function clauseOf(groups: Record<string, string | undefined>): Clause {
  const { field = "", key, comparison = ":", quoted, bare, negated } = groups;
  return {
    path: [...field.split("."), ...(key === undefined ? [] : [key])],
    // CLAUSE lets no other comparison through.
    comparison: comparison as Clause["comparison"],
    value:
      quoted === undefined
        ? bare === "null"
          ? null
          : (bare ?? "")
        : quoted.slice(1, -1).replaceAll(/\\(.)/g, "$1"),
    negated: negated !== undefined,
  };
}

function fitsClause(object: object, { path, comparison, value }: Clause): boolean {
  const held = path.reduce<unknown>(
    (holder, name) =>
      typeof holder === "object" && holder !== null && Object.hasOwn(holder, name)
        ? // A name that is its own is one of its keys.
          (holder as Record<string, unknown>)[name]
        : undefined,
    object,
  );
  if (value === null) return held === undefined || held === null;
  const text = printed(held);
  if (text === undefined) return false;
  switch (comparison) {
    case ":":
      return text.toLowerCase() === value.toLowerCase();
    case "~":
      return text.toLowerCase().includes(value.toLowerCase());
    case "<":
      return Number(text) < Number(value);
    case "<=":
      return Number(text) <= Number(value);
    case ">":
      return Number(text) > Number(value);
    case ">=":
      return Number(text) >= Number(value);
  }
}

function printed(held: unknown): string | undefined {
  switch (typeof held) {
    case "string":
      return held;
    case "boolean":
    case "number":
      return String(held);
    default:
      return undefined;
  }
}

function unreadable(query: string): Error {
  return invalidRequest(
    `We were unable to parse your search query. Try using the format \`metadata["key"]:"value"\` to query for metadata or key:"value" to query for other fields. Query: ${query}`,
    "query",
  );
}
