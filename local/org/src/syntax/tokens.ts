import {
  ApexParser,
  ApexParserFactory,
  type ApexErrorListener,
  type ApexToken,
  type FieldListContext,
} from "@apexdevtools/apex-parser";
import { serializedGrammar, simulatorOf, type Simulator } from "./antlr-automata.ts";
import { lookAhead } from "./lookahead.ts";
import { recall, remember } from "./prediction-tables.ts";

/** Comments and white space are on others. */
const DEFAULT_CHANNEL = 0;

/** The grammar ends SOSL's list of fields after one that is `toLabel(…)` or `FORMAT(…)`; for Salesforce others may follow. */
class SoslFieldParser extends ApexParser {
  override fieldList(): FieldListContext {
    const list = super.fieldList();
    while (this._input.LA(1) === ApexParser.COMMA) {
      this.match(ApexParser.COMMA);
      this.fieldList();
    }
    return list;
  }
}

/** A token where it stands. */
export interface PlacedToken {
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
  /** From 1. */
  readonly line: number;
}

/** The tokens of a text that parses, without comments and white space: for tools that change a text in places and leave all else. */
export function tokensOf(text: string): readonly PlacedToken[] {
  const stream = ApexParserFactory.createTokenStream(ApexParserFactory.createLexer(text));
  stream.fill();
  return stream.tokens
    .filter(({ channel, type }) => channel === DEFAULT_CHANNEL && type !== ApexParser.EOF)
    .map(({ text: token, start, line }) => ({ text: token, at: start, line }));
}

let simulator: Simulator | null = null;

/** What all parsers of this process predict by, with what earlier processes learned. */
function sharedSimulator(): Simulator {
  if (simulator !== null) return simulator;
  simulator = simulatorOf(
    new ApexParser(ApexParserFactory.createTokenStream(ApexParserFactory.createLexer(""))),
  );
  recall(simulator, serializedGrammar());
  return simulator;
}

/** How many states of the grammar's automata this process had to work out. */
export function statesLearned(): number {
  return sharedSimulator().decisionToDFA.reduce((sum, { states }) => sum + states.length, 0);
}

/** Keeps for later processes what parsing has taught this one. */
export function keepPredictions(): void {
  if (simulator !== null) remember(simulator);
}

/**
 * A parser over the text's tokens, with the listener told of lexical errors already.
 * @param isRight whether the text is thought to parse: a parser that is told so is quick, and finds fault elsewhere than ANTLR
 */
export function createParser(
  text: string,
  listener: ApexErrorListener,
  isRight: boolean,
): ApexParser {
  sharedSimulator();
  const lexer = ApexParserFactory.createLexer(text);
  lexer.addErrorListener(listener);
  const stream = ApexParserFactory.createTokenStream(lexer);
  stream.fill();
  splitCurrencyAmounts(stream.tokens);
  const parser = new SoslFieldParser(stream);
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  if (isRight) lookAhead(parser);
  return parser;
}

/**
 * The lexer reads SOQL's `USD500.25` as `USD500` and `.25`, but the grammar wants the point and the digits apart. No other construct
 * puts a number directly after such a word.
 */
function splitCurrencyAmounts(tokens: ApexToken[]): void {
  for (let index = 1; index < tokens.length; index++) {
    const before = tokens[index - 1];
    const fraction = tokens[index];
    if (
      before?.type === ApexParser.IntegralCurrencyLiteral &&
      fraction?.type === ApexParser.NumberLiteral &&
      fraction.start === before.stop + 1
    ) {
      const point = fraction.clone();
      point.type = ApexParser.DOT;
      point.stop = point.start;
      point.text = ".";
      const digits = fraction.clone();
      digits.type = ApexParser.IntegerLiteral;
      digits.start += 1;
      digits.column += 1;
      digits.text = fraction.text.slice(1);
      tokens.splice(index, 1, point, digits);
      tokens.forEach((token, position) => (token.tokenIndex = position));
    }
  }
}
