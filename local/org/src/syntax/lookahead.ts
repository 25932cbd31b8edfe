/**
 * Choices between alternatives of the grammar that a few tokens settle. ANTLR makes each of them by following all alternatives through
 * as much of the text as it takes to part them, and some part late: whether `<` after `List` begins type arguments, only at the end of the
 * statement; whether conditions are joined by AND or OR, only behind the first of them, for each of its contexts anew.
 *
 * What is chosen here is what ANTLR chooses in a text that parses. In one that does not, ANTLR would find fault elsewhere: such a text is
 * for ANTLR alone.
 */
import { ApexParser, InstanceOfExpressionContext } from "@apexdevtools/apex-parser";
import { decisionsOf, predictBy, tokensAhead, type Prediction } from "./antlr-automata.ts";

/** Of an operator behind an expression: its alternative in the rule, and how tightly it binds. */
interface Operator {
  readonly alternative: number;
  readonly precedence: number;
}

/** The rule's own order. `<` and `>` are missing: two or three of them may be a shift. */
const OPERATORS: ReadonlyMap<number, Operator> = new Map(
  (
    [
      [1, 14, ["MUL", "DIV"]],
      [2, 13, ["ADD", "SUB"]],
      [5, 9, ["EQUAL", "TRIPLEEQUAL", "NOTEQUAL", "LESSANDGREATER", "TRIPLENOTEQUAL"]],
      [6, 8, ["BITAND"]],
      [7, 7, ["CARET"]],
      [8, 6, ["BITOR"]],
      [9, 5, ["AND"]],
      [10, 4, ["OR"]],
      [11, 3, ["COAL"]],
      [12, 2, ["QUESTION"]],
      [13, 1, ["ASSIGN", "ADD_ASSIGN", "SUB_ASSIGN", "MUL_ASSIGN", "DIV_ASSIGN", "AND_ASSIGN"]],
      [13, 1, ["OR_ASSIGN", "XOR_ASSIGN", "LSHIFT_ASSIGN", "RSHIFT_ASSIGN", "URSHIFT_ASSIGN"]],
      [14, 23, ["DOT", "QUESTIONDOT"]],
      [15, 22, ["LBRACK"]],
      [16, 17, ["INC", "DEC"]],
      [17, 10, ["INSTANCEOF"]],
    ] as const
  ).flatMap(([alternative, precedence, tokens]) =>
    tokens.map((token) => [ApexParser[token], { alternative, precedence }]),
  ),
);

/** None of them goes on with an expression. */
const ENDS: ReadonlySet<number> = new Set([
  ApexParser.SEMI,
  ApexParser.COMMA,
  ApexParser.COLON,
  ApexParser.RPAREN,
  ApexParser.RBRACK,
  ApexParser.LBRACE,
  ApexParser.RBRACE,
  ApexParser.EOF,
]);

/** Where types stand there are names, points, commas and brackets. */
const NOT_IN_TYPES: ReadonlySet<number> = new Set([
  ApexParser.SEMI,
  ApexParser.COLON,
  ApexParser.LPAREN,
  ApexParser.RPAREN,
  ApexParser.LBRACE,
  ApexParser.RBRACE,
]);

const LITERALS = [
  ApexParser.IntegerLiteral,
  ApexParser.LongLiteral,
  ApexParser.NumberLiteral,
  ApexParser.StringLiteral,
  ApexParser.MultilineStringLiteral,
  ApexParser.BooleanLiteral,
  ApexParser.NULL,
  ApexParser.NullLiteral,
];

/** Some of what an expression may begin with, and no operator is. */
const BEGINNINGS: ReadonlySet<number> = new Set([
  ...LITERALS,
  ApexParser.Identifier,
  ApexParser.NEW,
  ApexParser.THIS,
  ApexParser.SUPER,
  ApexParser.LPAREN,
  ApexParser.BANG,
]);

/** `-` is between two operands or before one, `[` before an index or a query. */
const EITHER_SIDE: ReadonlySet<number> = new Set([
  ApexParser.ADD,
  ApexParser.SUB,
  ApexParser.INC,
  ApexParser.DEC,
  ApexParser.LBRACK,
]);

/** Of the tokens of types those that are nothing else; other names may be keywords. */
const IN_TYPES: ReadonlySet<number> = new Set([
  ApexParser.Identifier,
  ApexParser.LIST,
  ApexParser.SET,
  ApexParser.MAP,
  ApexParser.DOT,
  ApexParser.COMMA,
  ApexParser.LBRACK,
  ApexParser.RBRACK,
]);

const NOWHERE_IN_TYPES: ReadonlySet<number> = new Set([
  ...LITERALS,
  ApexParser.NEW,
  ApexParser.LPAREN,
  ApexParser.BANG,
  ...[...OPERATORS.keys()].filter(
    (token) => token !== ApexParser.DOT && token !== ApexParser.LBRACK,
  ),
]);

const ON = 1;
const OUT = 2;

/** Whether another operator follows, for this expression and not the one around it. */
const operatorFollows: Prediction = (parser) => {
  const token = parser._input.LA(1);
  if (ENDS.has(token)) return OUT;
  const operator = OPERATORS.get(token);
  if (operator === undefined) return null;
  return operator.precedence >= parser.getPrecedence() ? ON : OUT;
};

const operator: Prediction = (parser) => OPERATORS.get(parser._input.LA(1))?.alternative ?? null;

/** `.name(…)` or `.name`. */
const methodOrField: Prediction = (parser) => (parser._input.LA(2) === ApexParser.LPAREN ? 1 : 2);

/** In all places but one, `<` behind the name of a type begins its arguments; `a instanceof B < c` may compare. */
const typeArguments: Prediction = (parser) => {
  if (parser._input.LA(1) !== ApexParser.LT) return OUT;
  return parser._ctx.parentCtx?.parentCtx instanceof InstanceOfExpressionContext ? null : ON;
};

/** `A.B` goes on, `A.class` may not. */
const typeNameFollows: Prediction = (parser) => {
  if (parser._input.LA(1) !== ApexParser.DOT) return OUT;
  return parser._input.LA(2) === ApexParser.CLASS ? null : ON;
};

const JOINED_BY_AND = 1;
const JOINED_BY_OR = 2;

/** Conditions are joined by what stands behind the first of them, outside of its brackets. */
const joined: Prediction = (parser) => {
  if (parser._input.LA(1) === ApexParser.NOT) return null;
  let depth = 0;
  for (const token of tokensAhead(parser)) {
    switch (token) {
      case ApexParser.LPAREN:
      case ApexParser.LBRACK:
        depth += 1;
        break;
      case ApexParser.RPAREN:
      case ApexParser.RBRACK:
        depth -= 1;
        if (depth < 0) return JOINED_BY_AND;
        break;
      case ApexParser.SOQLAND:
        if (depth === 0) return JOINED_BY_AND;
        break;
      case ApexParser.SOQLOR:
        if (depth === 0) return JOINED_BY_OR;
        break;
    }
  }
  return JOINED_BY_AND;
};

const LOCAL_VARIABLE = 19;
const COLLECTIONS: ReadonlySet<number> = new Set([ApexParser.LIST, ApexParser.SET, ApexParser.MAP]);

/** `List<Id> a;` declares, though it could as well compare `List` with `Id`, and that with `a`. */
const collectionVariable: Prediction = (parser) => {
  if (!COLLECTIONS.has(parser._input.LA(1)) || parser._input.LA(2) !== ApexParser.LT) return null;
  let depth = 0;
  let before: number | null = null;
  for (const token of tokensAhead(parser)) {
    if (depth === 0 && before === ApexParser.Identifier)
      return token === ApexParser.ASSIGN || token === ApexParser.SEMI ? LOCAL_VARIABLE : null;
    if (token === ApexParser.LT) depth += 1;
    else if (token === ApexParser.GT) depth -= 1;
    else if (depth === 0 && token !== ApexParser.Identifier && before !== null) return null;
    else if (depth > 0 && NOT_IN_TYPES.has(token)) return null;
    before = token;
  }
  return null;
};

const COLLECTION_ALTERNATIVES: ReadonlyMap<number, number> = new Map([
  [ApexParser.LIST, 1],
  [ApexParser.SET, 2],
  [ApexParser.MAP, 3],
]);
const OTHER_NAME = 4;

/** `List<…>` by its own alternative, though a class may be called `List`. */
const nameOfType: Prediction = ({ _input: input }) => {
  const first = input.LA(1);
  if (first === ApexParser.Identifier) return OTHER_NAME;
  return input.LA(2) === ApexParser.LT ? (COLLECTION_ALTERNATIVES.get(first) ?? null) : null;
};

const PRIMARY = 1;
const METHOD_CALL = 2;
const CAST = 4;
const IN_PARENTHESES = 5;

/** What an expression begins with. */
const beginning: Prediction = (parser) => {
  const { _input: input } = parser;
  const first = input.LA(1);
  if (first === ApexParser.Identifier)
    return input.LA(2) === ApexParser.LPAREN ? METHOD_CALL : PRIMARY;
  return first === ApexParser.LPAREN ? castOrParentheses(parser) : null;
};

/** `(A.B<C>[]) x` or `(a + b)`, by whether a type is in them, and by what is behind them where one may be. */
const castOrParentheses: Prediction = (parser) => {
  let depth = 0;
  let before: number | null = null;
  let isClosed = false;
  for (const token of tokensAhead(parser)) {
    if (isClosed) return castBefore(token);
    if (before === ApexParser.LBRACK && token !== ApexParser.RBRACK) return IN_PARENTHESES;
    if (token === ApexParser.LT) depth += 1;
    else if (token === ApexParser.GT) depth -= 1;
    else if (token === ApexParser.RPAREN) {
      if (depth !== 0) return IN_PARENTHESES;
      isClosed = true;
    } else if (before !== null && !IN_TYPES.has(token))
      return NOWHERE_IN_TYPES.has(token) ? IN_PARENTHESES : null;
    before = token;
  }
  return null;
};

/** Whether what looks like a type in parentheses casts what follows. */
function castBefore(token: number): number | null {
  if (BEGINNINGS.has(token)) return CAST;
  const isAfterOperand = ENDS.has(token) || (OPERATORS.has(token) && !EITHER_SIDE.has(token));
  return isAfterOperand ? IN_PARENTHESES : null;
}

/** By the rule, for its decisions in their order in the grammar. */
const PREDICTIONS: Readonly<Record<string, readonly (Prediction | null)[]>> = {
  typeName: [typeArguments, typeArguments, typeArguments, typeArguments, nameOfType],
  typeRef: [typeNameFollows],
  statement: [collectionVariable],
  whereLogicalExpression: [null, null, joined],
  expression: [beginning, null, null, methodOrField, operator, operatorFollows],
};

let byDecision: readonly (Prediction | null)[] | null = null;

/** Has the parser ask here before it asks ANTLR. */
export function lookAhead(parser: ApexParser): void {
  byDecision ??= decisionsOf(parser).map(({ rule, place }) => PREDICTIONS[rule]?.[place] ?? null);
  predictBy(parser, byDecision);
}
