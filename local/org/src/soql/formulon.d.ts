declare module "formulon" {
  export interface FormulaLiteral {
    readonly type: "literal";
    readonly dataType:
      | "number"
      | "text"
      | "checkbox"
      | "date"
      | "time"
      | "datetime"
      | "geolocation"
      | "picklist"
      | "multipicklist"
      | "null";
    readonly value: unknown;
    readonly options: Readonly<Record<string, unknown>>;
  }
  export interface FormulaError {
    readonly type: "error";
    readonly errorType: string;
    readonly message: string;
  }
  export interface Formulon {
    parse(
      formula: string,
      substitutions?: Readonly<Record<string, FormulaLiteral>>,
    ): FormulaLiteral | FormulaError;
    /** The identifiers of a formula. Throws on a syntax error. */
    extract(formula: string): readonly string[];
  }
  const formulon: Formulon;
  export default formulon;
}
