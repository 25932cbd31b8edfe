/** The small mistakes a class can be given, each of which some test should notice. */
import { isBetweenUnequals, isChoiceOfSides, signsIn } from "./equivalent.ts";
import { tokensOf, type Token } from "./tokens.ts";
import { typeSignsIn } from "./type-lists.ts";

export type MutationKind = "operator" | "constant" | "condition" | "statement" | "field";

export interface Mutation {
  readonly kind: MutationKind;
  /** From 1. */
  readonly line: number;
  /** What stands there now, and what would. */
  readonly from: string;
  readonly to: string;
  /** The whole class with the mistake in it. */
  readonly source: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  "<=": "<",
  ">=": ">",
  "&&": "||",
  "||": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "+=": "-=",
  "-=": "+=",
};

const WORDS: Readonly<Record<string, string>> = { true: "false", false: "true" };

/** Signs that end an operand: what comes after one goes on with it. */
const OPERAND_ENDS = new Set([")", "]"]);
const BEGINS_NO_STATEMENT = new Set([
  "break",
  "case",
  "catch",
  "class",
  "continue",
  "delete",
  "do",
  "else",
  "enum",
  "final",
  "finally",
  "for",
  "get",
  "global",
  "if",
  "insert",
  "interface",
  "new",
  "override",
  "private",
  "protected",
  "public",
  "return",
  "set",
  "static",
  "switch",
  "throw",
  "transient",
  "try",
  "update",
  "upsert",
  "virtual",
  "when",
  "while",
]);

export function mutationsOf(source: string): Mutation[] {
  const tokens = tokensOf(source);
  const body = bodiesOf(tokens);
  const signs = signsIn(tokens);
  const typeSigns = typeSignsIn(tokens);
  const place = (kind: MutationKind, token: Token, length: number, to: string): Mutation => ({
    kind,
    line: token.line,
    from: source.slice(token.at, token.at + length),
    to,
    source: source.slice(0, token.at) + to + source.slice(token.at + length),
  });
  const fields = [...new Set(fieldsOf(tokens).map(({ text }) => text))];
  return [
    ...tokens.flatMap((token, index) => {
      if (!body.has(index)) return [];
      const operator = typeSigns.has(index) ? undefined : operatorFor(tokens, index);
      if (operator !== undefined) return [place("operator", token, token.text.length, operator)];
      const constant = signs.has(index) ? undefined : constantFor(token);
      return constant === undefined ? [] : [place("constant", token, token.text.length, constant)];
    }),
    ...conditionsIn(tokens).map(({ open, close }) => {
      const inner = source.slice(open.at + 1, close.at);
      return place("condition", open, close.at + 1 - open.at, `(!(${inner}))`);
    }),
    ...statementsIn(tokens, body).map(({ first, last }) =>
      place("statement", first, last.at + 1 - first.at, "{}"),
    ),
    ...fieldsOf(tokens).flatMap((token, index) => {
      // Any of the others, and another one each time.
      const step = 1 + (index % (fields.length - 1));
      const other = fields[(fields.indexOf(token.text) + step) % fields.length];
      return other === undefined ? [] : [place("field", token, token.text.length, other)];
    }),
  ];
}

function operatorFor(tokens: readonly Token[], index: number): string | undefined {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token?.kind !== "sign" || before === undefined) return undefined;
  // A sign before a number is no operator.
  const isBinary =
    before.kind !== "sign" ? before.text !== "return" : OPERAND_ENDS.has(before.text);
  if (!isBinary) return undefined;
  if (token.text === "<" || token.text === ">") {
    const isTheSame = isBetweenUnequals(tokens, index) || isChoiceOfSides(tokens, index);
    return isTheSame ? undefined : `${token.text}=`;
  }
  return OPERATORS[token.text];
}

function constantFor({ kind, text }: Token): string | undefined {
  switch (kind) {
    case "number":
      return /^\d+$/.test(text) ? String(Number(text) + 1) : undefined;
    case "text":
      return `${text.slice(0, -1)}_'`;
    case "word":
      return WORDS[text];
    default:
      return undefined;
  }
}

/** Indexes of the tokens between the braces of methods and of initial values: nothing of what others see of a class. */
function bodiesOf(tokens: readonly Token[]): Set<number> {
  const inside = new Set<number>();
  const opened: boolean[] = [];
  let isInitial = false;
  for (const [index, { text }] of tokens.entries()) {
    if (text === "{") opened.push(tokens[index - 1]?.text === ")" || opened.at(-1) === true);
    else if (text === "}") opened.pop();
    if (text === "=") isInitial = true;
    if (text === ";") isInitial = false;
    if (opened.at(-1) === true || isInitial) inside.add(index);
  }
  return inside;
}

/** The parentheses after each `if`. */
function conditionsIn(tokens: readonly Token[]): { open: Token; close: Token }[] {
  return tokens.flatMap((token, index) => {
    const open = tokens[index + 1];
    if (token.text !== "if" || open?.text !== "(") return [];
    let depth = 0;
    for (const close of tokens.slice(index + 1)) {
      if (close.text === "(") depth += 1;
      if (close.text === ")") depth -= 1;
      if (depth === 0) return [{ open, close }];
    }
    return [];
  });
}

/** Statements that do something and declare nothing: calls and assignments. */
function statementsIn(
  tokens: readonly Token[],
  body: ReadonlySet<number>,
): { first: Token; last: Token }[] {
  const found: { first: Token; last: Token }[] = [];
  let start = 0;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === "(" || token.text === "[") depth += 1;
    if (token.text === ")" || token.text === "]") depth -= 1;
    if (depth > 0 || !/^[;{}]$/.test(token.text)) continue;
    const first = tokens[start];
    if (token.text === ";" && first !== undefined && body.has(start) && acts(tokens, start))
      found.push({ first, last: token });
    start = index + 1;
  }
  return found;
}

function acts(tokens: readonly Token[], start: number): boolean {
  const [first, second] = [tokens[start], tokens[start + 1]];
  if (first?.kind !== "word" || BEGINS_NO_STATEMENT.has(first.text.toLowerCase())) return false;
  // `Decimal sum = 0` and `List<Id> ids = …` declare.
  return second !== undefined && second.kind !== "word" && second.text !== "<";
}

/** Names of fields behind a dot. */
function fieldsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    ({ kind, text }, index) =>
      kind === "word" && text.endsWith("__c") && tokens[index - 1]?.text === ".",
  );
}
