/** The part of DataWeave 2 that this org runs. Source: MuleSoft documentation, "DataWeave Language Guide". */

export interface Script {
  readonly inputs: readonly Input[];
  /** A content type: `application/json`. */
  readonly output: string;
  readonly declarations: readonly Declaration[];
  readonly body: Expression;
}

export interface Input {
  readonly name: string;
  readonly contentType: string;
  /** Of its reader: `separator` → `;`. */
  readonly properties: ReadonlyMap<string, string>;
}

/** `var name = value`, `fun name(parameters) = value`. */
export interface Declaration {
  readonly name: string;
  readonly value: Expression;
}

export type Expression =
  | { readonly kind: "literal"; readonly value: string | boolean | null }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "regex"; readonly pattern: string }
  /** A variable or function; `$`, `$$` and `$$$` are what an operator hands to an expression without parameters. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly Entry[] }
  | { readonly kind: "member"; readonly target: Expression; readonly name: string }
  | { readonly kind: "element"; readonly target: Expression; readonly index: Expression }
  | {
      readonly kind: "call";
      readonly callee: string;
      readonly arguments: readonly Expression[];
    }
  | { readonly kind: "not" | "negative"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "as";
      readonly value: Expression;
      readonly type: string;
      readonly properties: readonly Entry[];
    }
  | {
      readonly kind: "lambda";
      readonly parameters: readonly string[];
      readonly body: Expression;
    }
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "match"; readonly value: Expression; readonly cases: readonly Case[] };

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "++"
  | ">>"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "and"
  | "or"
  | "default";

export type Entry =
  | {
      readonly kind: "pair";
      readonly key: Expression;
      readonly attributes: readonly Entry[];
      readonly value: Expression;
    }
  /** `(objects)`: their pairs. */
  | { readonly kind: "spread"; readonly value: Expression };

export interface Case {
  /** `case "a"`, `case matches /a/`; null for `else`. */
  readonly pattern: { readonly kind: "equals" | "matches"; readonly value: Expression } | null;
  readonly result: Expression;
}
