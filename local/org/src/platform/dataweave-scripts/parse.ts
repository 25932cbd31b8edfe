/** Text → script. Infix calls bind loosest, from left to right: `a map f filter g` is `(a map f) filter g`. */
import { lacking } from "./failure.ts";
import type {
  BinaryOperator,
  Case,
  Declaration,
  Entry,
  Expression,
  Input,
  Script,
} from "./syntax.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** Without an `output` directive. Source: DataWeave Language Guide, "Header". */
const DEFAULT_OUTPUT = "application/json";

/** Words that end an operand. */
const RESERVED = new Set(["else", "case", "and", "or", "default", "as", "is"]);

/** From loose to tight. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["default"],
  ["or"],
  ["and"],
  ["==", "!="],
  ["<", "<=", ">", ">="],
  ["+", "-", "++", ">>"],
  ["*", "/"],
];

export function parseScript(text: string): Script {
  return new Parser(tokensOf(text)).script();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  script(): Script {
    const inputs: Input[] = [];
    const declarations: Declaration[] = [];
    let output = DEFAULT_OUTPUT;
    while (!this.#takes("---")) {
      const word = this.#next().text;
      if (word === "%") this.#version();
      else if (word === "import") this.#import();
      else if (word === "input") inputs.push(this.#input());
      else if (word === "output") output = this.#contentType();
      else if (word === "var") declarations.push(this.#variable());
      else if (word === "fun") declarations.push(this.#function());
      else lacking(`the directive ${word}`);
    }
    const body = this.#body();
    if (this.#peek().kind !== "end") lacking(this.#peek().text);
    return { inputs, output, declarations, body };
  }

  // ── Header ──

  #version(): void {
    this.#next();
    this.#next();
  }

  /** Where a function comes from says nothing more: there is one of each name. */
  #import(): void {
    this.#next();
    while (this.#takes(",")) this.#next();
    if (this.#takes("from")) this.#next();
  }

  #input(): Input {
    const name = this.#name();
    const contentType = this.#contentType();
    const properties = new Map<string, string>();
    while (this.#peek().kind === "name" && this.#peek(1).text === "=") {
      const property = this.#name();
      this.#expect("=");
      properties.set(property, this.#next().text);
    }
    return { name, contentType, properties };
  }

  #contentType(): string {
    const type = this.#name();
    this.#expect("/");
    return `${type}/${this.#name()}`;
  }

  #variable(): Declaration {
    const name = this.#name();
    if (this.#takes(":")) this.#next();
    this.#expect("=");
    return { name, value: this.#expression() };
  }

  #function(): Declaration {
    const name = this.#name();
    const parameters = this.#parameters();
    if (this.#takes(":")) this.#next();
    this.#expect("=");
    return { name, value: { kind: "lambda", parameters, body: this.#body() } };
  }

  // ── Expressions ──

  /** Where a single pair may stand without braces. */
  #body(): Expression {
    if (!this.#isPairNext()) return this.#expression();
    return { kind: "object", entries: [this.#entry()] };
  }

  #isPairNext(): boolean {
    const { kind, text } = this.#peek();
    const after = kind === "symbol" && text === "(" ? this.#afterParenthesis() : this.#peek(1);
    const isKey = kind === "name" || kind === "text" || text === "(";
    return isKey && after.kind === "symbol" && (after.text === ":" || after.text === "@");
  }

  #expression(): Expression {
    let left = this.#binary(0);
    for (;;) {
      const { kind, text } = this.#peek();
      if (kind !== "name" || RESERVED.has(text) || this.#isDirective()) return left;
      this.#next();
      left =
        text === "match"
          ? { kind: "match", value: left, cases: this.#cases() }
          : { kind: "call", callee: text, arguments: [left, this.#binary(0)] };
    }
  }

  /** A directive of the header begins here: its words are none of an expression's. */
  #isDirective(): boolean {
    const { text } = this.#peek();
    const next = this.#peek(1);
    if (text === "var" || text === "fun" || text === "input") return next.kind === "name";
    return text === "output" && next.text === "application";
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#coerced();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((each) => each === this.#peek().text);
      if (operator === undefined || this.#peek().kind === "text") return left;
      this.#next();
      left = { kind: "binary", operator, left, right: this.#binary(level + 1) };
    }
  }

  #coerced(): Expression {
    let value = this.#unary();
    while (this.#takes("as")) {
      const type = this.#name();
      const properties = this.#takes("{") ? this.#entriesTo("}") : [];
      value = { kind: "as", value, type, properties };
    }
    return value;
  }

  #unary(): Expression {
    if (this.#takes("not") || this.#takes("!")) return { kind: "not", operand: this.#unary() };
    if (this.#takes("-")) return { kind: "negative", operand: this.#unary() };
    let target = this.#primary();
    for (;;) {
      if (this.#takes(".")) target = { kind: "member", target, name: this.#key() };
      else if (this.#takes("[")) {
        target = { kind: "element", target, index: this.#expression() };
        this.#expect("]");
      } else return target;
    }
  }

  #primary(): Expression {
    const { kind, text } = this.#next();
    switch (kind) {
      case "number":
        return { kind: "number", text };
      case "text":
        return { kind: "literal", value: text };
      case "regex":
        return { kind: "regex", pattern: text };
      case "name":
        return this.#named(text);
      case "symbol":
        return this.#bracketed(text);
      case "end":
        return lacking(text);
    }
  }

  #named(name: string): Expression {
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    if (name === "if") return this.#if();
    if (!this.#takes("(")) return { kind: "name", name };
    const given: Expression[] = [];
    while (!this.#takes(")")) {
      given.push(this.#expression());
      this.#takes(",");
    }
    return { kind: "call", callee: name.replace(/^.*::/u, ""), arguments: given };
  }

  #if(): Expression {
    this.#expect("(");
    const condition = this.#expression();
    this.#expect(")");
    const then = this.#expression();
    this.#expect("else");
    return { kind: "if", condition, then, otherwise: this.#expression() };
  }

  #bracketed(symbol: string): Expression {
    if (symbol === "{") return { kind: "object", entries: this.#entriesTo("}") };
    if (symbol === "[") {
      const items: Expression[] = [];
      while (!this.#takes("]")) {
        items.push(this.#expression());
        this.#takes(",");
      }
      return { kind: "array", items };
    }
    if (symbol !== "(") return lacking(symbol);
    this.#at -= 1;
    if (this.#afterParenthesis().text === "->") {
      const parameters = this.#parameters();
      this.#expect("->");
      return { kind: "lambda", parameters, body: this.#body() };
    }
    this.#next();
    const inside = this.#body();
    this.#expect(")");
    return inside;
  }

  #cases(): readonly Case[] {
    this.#expect("{");
    const cases: Case[] = [];
    while (!this.#takes("}")) {
      const pattern = this.#pattern();
      this.#expect("->");
      cases.push({ pattern, result: this.#body() });
      this.#takes(",");
    }
    return cases;
  }

  #pattern(): Case["pattern"] {
    if (this.#takes("else")) return null;
    this.#expect("case");
    if (this.#takes("matches")) return { kind: "matches", value: this.#primary() };
    const { kind, text } = this.#peek();
    if (kind !== "text" && kind !== "number") lacking(`the pattern ${text}`);
    return { kind: "equals", value: this.#primary() };
  }

  // ── Objects ──

  #entriesTo(end: string): readonly Entry[] {
    const entries: Entry[] = [];
    while (!this.#takes(end)) {
      entries.push(this.#entry());
      if (!this.#takes(",") && this.#peek().text !== end) lacking(this.#peek().text);
    }
    return entries;
  }

  #entry(): Entry {
    if (this.#peek().text === "(" && !this.#isPairNext()) {
      this.#next();
      const value = this.#body();
      this.#expect(")");
      return { kind: "spread", value };
    }
    const key = this.#keyExpression();
    const attributes = this.#takes("@") ? this.#attributes() : [];
    this.#expect(":");
    return { kind: "pair", key, attributes, value: this.#expression() };
  }

  #attributes(): readonly Entry[] {
    this.#expect("(");
    return this.#entriesTo(")");
  }

  #keyExpression(): Expression {
    if (!this.#takes("(")) return { kind: "literal", value: this.#key() };
    const key = this.#expression();
    this.#expect(")");
    return key;
  }

  #key(): string {
    const { kind, text } = this.#next();
    return kind === "name" || kind === "text" ? text : lacking(text);
  }

  // ── Tokens ──

  #parameters(): readonly string[] {
    this.#expect("(");
    const names: string[] = [];
    while (!this.#takes(")")) {
      names.push(this.#name());
      if (this.#takes(":")) this.#name();
      if (this.#peek().text === "=") lacking("a default of a parameter");
      this.#takes(",");
    }
    return names;
  }

  /** What follows the parenthesis that closes the one here. */
  #afterParenthesis(): Token {
    let depth = 0;
    for (let ahead = 0; this.#peek(ahead).kind !== "end"; ahead += 1) {
      const { kind, text } = this.#peek(ahead);
      if (kind !== "symbol") continue;
      if (text === "(") depth += 1;
      if (text === ")") depth -= 1;
      if (depth === 0) return this.#peek(ahead + 1);
    }
    return lacking("a parenthesis that is not closed");
  }

  #peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { kind: "end", text: "end of script" };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #name(): string {
    const { kind, text } = this.#next();
    return kind === "name" ? text : lacking(text);
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    if (token.kind === "text" || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) lacking(`${this.#peek().text} where ${text} is expected`);
  }
}
