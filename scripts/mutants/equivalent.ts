/**
 * Places where a mistake would be none, whatever the class: what stands around them tells that the class does the same. No test could
 * notice one, so none is made there.
 */
import type { Token } from "./tokens.ts";

/** A sort asks how two compare for the sign alone, so that a number of the same sign says the same. */
const COMPARISONS = new Set(["compareto", "compare"]);
const BEFORE_A_RESULT = new Set(["return", "?", ":"]);

/** Indexes of the numbers, zero aside, that a comparison for a sort gives back. */
export function signsIn(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { text }] of tokens.entries()) {
    const isDeclared = tokens[index - 1]?.text === "Integer" && tokens[index + 1]?.text === "(";
    if (!isDeclared || !COMPARISONS.has(text.toLowerCase())) continue;
    const open = tokens.findIndex((token, at) => at > index && token.text === "{");
    const close = closingOf(tokens, open);
    for (let at = open; at < close; at += 1) if (isResult(tokens, at)) found.add(at);
  }
  return found;
}

function isResult(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "number" || token.text === "0") return false;
  const before = tokens[at - 1]?.text === "-" ? at - 2 : at - 1;
  return BEFORE_A_RESULT.has(tokens[before]?.text ?? "") && tokens[at + 1]?.text !== "?";
}

/**
 * Whether a comparison stands where its two sides are known to differ, so that `<` and `<=` say the same:
 * `a == b ? … : a < b`, `if (a != b) { return a < b`, and `if (a == b) { return …; } return a < b`.
 */
export function isBetweenUnequals(tokens: readonly Token[], index: number): boolean {
  const left = operandBefore(tokens, index);
  const right = operandAfter(tokens, index);
  const begin = index - left.length;
  if (left.length === 0 || right.length === 0) return false;
  const asked = (sign: "==" | "!="): readonly string[] => [...left, sign, ...right];
  const before = tokens[begin - 1]?.text;
  if (before === ":") return endsWith(tokens, questionOf(tokens, begin - 1), asked("=="));
  if (before !== "return") return false;
  const condition = (sign: "==" | "!="): readonly string[] => ["if", "(", ...asked(sign), ")"];
  if (tokens[begin - 2]?.text === "{") return endsWith(tokens, begin - 2, condition("!="));
  const block = returnBefore(tokens, begin - 2);
  return block !== undefined && endsWith(tokens, block, condition("=="));
}

/** Whether a comparison takes the lesser or the greater of its two sides, `a < b ? a : b`: of two that are equal, either is. */
export function isChoiceOfSides(tokens: readonly Token[], index: number): boolean {
  const operand = operandBefore(tokens, index);
  const before = tokens[index - operand.length - 1]?.text ?? "";
  if (!/^(?:return|=|\|\||&&|\()$/.test(before)) return false;
  const left = operand.join(" ");
  const right = operandAfter(tokens, index).join(" ");
  const question = index + 1 + operandAfter(tokens, index).length;
  if (left === "" || right === "" || tokens[question]?.text !== "?") return false;
  const first = operandAfter(tokens, question);
  const colon = question + 1 + first.length;
  if (tokens[colon]?.text !== ":") return false;
  const second = operandAfter(tokens, colon);
  const end = tokens[colon + 1 + second.length]?.text ?? "";
  const sides = [first.join(" "), second.join(" ")];
  return /^[;,)]$/.test(end) && sides.includes(left) && sides.includes(right);
}

/** Index of the `{` of a block that does nothing but return, where one ends at an index. */
function returnBefore(tokens: readonly Token[], end: number): number | undefined {
  if (tokens[end]?.text !== "}" || tokens[end - 1]?.text !== ";") return undefined;
  for (let at = end - 2; at > 0; at -= 1) {
    const { text } = tokens[at] ?? { text: "" };
    if (text === "{") return tokens[at + 1]?.text === "return" ? at : undefined;
    if (/^[;{}]$/.test(text)) return undefined;
  }
  return undefined;
}

/** Names and fields of them: reading one twice gives the same. */
function operandBefore(tokens: readonly Token[], index: number): readonly string[] {
  let begin = index;
  while (begin > 0 && isOfOperand(tokens[begin - 1])) begin -= 1;
  return tokens.slice(begin, index).map(({ text }) => text);
}

function operandAfter(tokens: readonly Token[], index: number): readonly string[] {
  let end = index + 1;
  while (end < tokens.length && isOfOperand(tokens[end])) end += 1;
  return tokens[end]?.text === "(" ? [] : tokens.slice(index + 1, end).map(({ text }) => text);
}

function isOfOperand(token: Token | undefined): boolean {
  if (token === undefined || token.text === "return") return false;
  return token.kind === "word" || token.kind === "number" || token.text === ".";
}

/** Index of the `?` that a `:` belongs to; -1 where it is another colon. */
function questionOf(tokens: readonly Token[], colon: number): number {
  let depth = 0;
  let colons = 0;
  for (let at = colon - 1; at >= 0; at -= 1) {
    const { text } = tokens[at] ?? { text: "" };
    if (text === ")" || text === "]") depth += 1;
    if (text === "(" || text === "[") depth -= 1;
    if (depth < 0 || text === ";" || text === "{" || text === "}") return -1;
    if (depth > 0) continue;
    if (text === ":") colons += 1;
    if (text === "?" && colons === 0) return at;
    if (text === "?") colons -= 1;
  }
  return -1;
}

/** Whether what stands before an index is these and nothing more of the same expression. */
function endsWith(tokens: readonly Token[], end: number, wanted: readonly string[]): boolean {
  const begin = end - wanted.length;
  if (begin < 0) return false;
  const before = tokens[begin - 1]?.text ?? "";
  return (
    wanted.every((text, at) => tokens[begin + at]?.text === text) &&
    (wanted[0] === "if" || /^(?:return|=|:|[;{}])$/.test(before))
  );
}

function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "{") depth += 1;
    if (tokens[at]?.text === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}
