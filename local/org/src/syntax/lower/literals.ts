import type { ApexTerminalNode, LiteralContext } from "@apexdevtools/apex-parser";
import type { Literal, Position } from "../ast.ts";
import { optional, positionOfTerminal, startOf, type Report } from "./tree.ts";

const MAX_INTEGER = 2n ** 31n - 1n;
const MAX_LONG = 2n ** 63n - 1n;

export function lowerLiteral(tree: LiteralContext, report: Report): Literal {
  const at = startOf(tree);
  const text = tree.getText();
  if (optional(tree.IntegerLiteral()) !== null) {
    return integerLiteral(text, at, report);
  }
  if (optional(tree.LongLiteral()) !== null) {
    return longLiteral(text, at, report);
  }
  if (optional(tree.NumberLiteral()) !== null) {
    return /d$/i.test(text)
      ? { kind: "literal", type: "double", text: text.slice(0, -1), at }
      : { kind: "literal", type: "decimal", text, at };
  }
  const string = optional(tree.StringLiteral()) ?? optional(tree.MultilineStringLiteral());
  if (string !== null) {
    return { kind: "literal", type: "string", text: stringOf(string, report), at };
  }
  if (optional(tree.BooleanLiteral()) !== null) {
    return { kind: "literal", type: "boolean", text: text.toLowerCase(), at };
  }
  return { kind: "literal", type: "null", text: "null", at };
}

/** There is no negative literal: -2147483648 is the negation of an Integer that is too large, and Salesforce refuses it. */
export function integerLiteral(text: string, at: Position, report: Report): Literal {
  if (BigInt(text) > MAX_INTEGER) {
    report(at, "Illegal integer");
  }
  return { kind: "literal", type: "integer", text, at };
}

export function longLiteral(textWithSuffix: string, at: Position, report: Report): Literal {
  const text = textWithSuffix.slice(0, -1);
  if (BigInt(text) > MAX_LONG) {
    report(at, "Illegal long");
  }
  return { kind: "literal", type: "long", text, at };
}

/** The value of a string literal, in single or in triple quotes. */
export function stringOf(node: ApexTerminalNode, report: Report): string {
  const source = node.getText();
  if (source.startsWith("'''")) {
    return unescapeString(stripIndentation(source.slice(3, -3)));
  }
  const body = source.slice(1, -1);
  if (/[\r\n]/.test(body)) {
    report(
      positionOfTerminal(node),
      "Illegal string literal: Line breaks are not allowed in string literals",
    );
  }
  return unescapeString(body);
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
};

/** Source: Apex Developer Guide, "Strings". The lexer has already refused every other sequence. */
function unescapeString(body: string): string {
  return body.replace(
    /\\(?:u([0-9a-f]{4})|(.))/gi,
    (_, unicode: string | undefined, letter: string | undefined) =>
      unicode === undefined
        ? (ESCAPES[(letter ?? "").toLowerCase()] ?? letter ?? "")
        : String.fromCharCode(Number.parseInt(unicode, 16)),
  );
}

/**
 * The body of a triple-quoted string: the line break after the opening quotes goes, so does the indentation that all lines share
 * (the line of the closing quotes counts even when it is blank, other blank lines do not), and so does white space at line ends.
 */
function stripIndentation(body: string): string {
  const lines = body.replaceAll(/\r\n?/g, "\n").slice(1).split("\n");
  const last = lines.length - 1;
  const indentations = lines
    .filter((line, index) => index === last || line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indentations);
  return lines.map((line) => line.slice(shared).trimEnd()).join("\n");
}
