/** The syntax of a formula. Source: Salesforce Help, "Formula Operators and Functions". */

export type Operator =
  "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "&&" | "||" | "!";

export type FormulaNode =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  /** `Amount__c`, `Account.Owner.Name`, `$User.Id`. */
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "operator";
      readonly operator: Operator;
      readonly operands: readonly FormulaNode[];
    }
  /** The function's name in capitals. */
  | {
      readonly kind: "call";
      readonly name: string;
      readonly arguments: readonly FormulaNode[];
    };

/** A formula that cannot be evaluated: its text is wrong, or uses what is not supported. The message is Salesforce's. */
export class FormulaFailure extends Error {}
