/** The parts of ANTLR's runtime that its type declarations leave out: how its parser predicts. */
import { ApexParser, type ApexParserRuleContext, type ApexToken } from "@apexdevtools/apex-parser";

/** What a state stands for in the grammar; nobody but ANTLR looks into it. */
export interface Configurations {
  readonly readOnly: boolean;
  optimizeConfigs(simulator: object): void;
  setReadonly(isReadOnly: boolean): void;
}

export interface AutomatonState {
  /** In the order they were found; 0x7fffffff is where no text goes on. */
  readonly stateNumber: number;
  /** By the type of the next token, plus one. */
  readonly edges: Readonly<Record<number, AutomatonState | undefined>> | null;
  readonly isAcceptState: boolean;
  /** The alternative, from 1. */
  readonly prediction: number;
  readonly requiresFullContext: boolean;
  readonly predicates: unknown;
  /** Read of a state from which a text goes on. */
  readonly configs: Configurations | null;
}

/** Of one decision of the grammar. */
export interface Automaton {
  readonly precedenceDfa: boolean;
  /** Where texts begin; with precedences, a state whose edges are the beginnings. */
  readonly s0: AutomatonState | null;
  readonly atnStartState: object;
  /** Those found in this process. */
  readonly states: { readonly length: number };
  setPrecedenceStartState(precedence: number, state: AutomatonState): void;
}

/** ANTLR's own simulator of a parser. */
interface AntlrSimulator {
  readonly decisionToDFA: readonly Automaton[];
  computeStartState(start: object, outer: null, isFullContext: boolean): Configurations;
  applyPrecedenceFilter(configs: Configurations): Configurations;
  computeReachSet(
    configs: Configurations,
    token: number,
    isFullContext: boolean,
  ): Configurations | null;
}

/** What predicts for all parsers of a process: they share its automata. */
export interface Simulator {
  readonly decisionToDFA: readonly Automaton[];
  startConfigurations(automaton: Automaton, precedence: number): Configurations;
  /** Of the state that a token leads to. */
  configurationsAfter(configs: Configurations, token: number): Configurations;
}

/** @param parser of no text: it parses nothing, and predicts for the others */
export function simulatorOf(parser: ApexParser): Simulator {
  // Declared without what is used here.
  const { _interp: antlr, _precedenceStack: precedences } = parser as unknown as {
    readonly _interp: AntlrSimulator;
    readonly _precedenceStack: number[];
  };
  const settled = (configs: Configurations): Configurations => {
    if (!configs.readOnly) {
      configs.optimizeConfigs(antlr);
      configs.setReadonly(true);
    }
    return configs;
  };
  return {
    decisionToDFA: antlr.decisionToDFA,
    startConfigurations(automaton, precedence) {
      const start = antlr.computeStartState(automaton.atnStartState, null, false);
      if (!automaton.precedenceDfa) return settled(start);
      precedences.push(precedence);
      try {
        return settled(antlr.applyPrecedenceFilter(start));
      } finally {
        precedences.pop();
      }
    },
    configurationsAfter(configs, token) {
      const after = antlr.computeReachSet(configs, token, false);
      if (after === null) throw new Error("A known edge of the parser leads nowhere");
      return settled(after);
    },
  };
}

/** The grammar as the generated parser carries it. */
export function serializedGrammar(): readonly number[] {
  return (ApexParser as unknown as { readonly _serializedATN: readonly number[] })._serializedATN;
}

// ── Choosing in its stead ──

/** A parser before a choice. */
export interface ChoosingParser {
  readonly _ctx: ApexParserRuleContext;
  readonly _input: { LA(ahead: number): number };
  /** What an operator must have to belong to the innermost expression. */
  getPrecedence(): number;
}

/** The alternative, from 1; null where ANTLR is to be asked. */
export type Prediction = (parser: ChoosingParser) => number | null;

interface ChoosingSimulator {
  adaptivePredict(input: object, decision: number, context: object): number;
  readonly atn: { readonly decisionToState: readonly { readonly ruleIndex: number }[] };
}

/** The simulator of a parser. Declared without what is used here. */
function choosing(parser: ApexParser): ChoosingSimulator {
  return (parser as unknown as { readonly _interp: ChoosingSimulator })._interp;
}

/** Of each decision its rule, and which of the rule's decisions it is, from 0. */
export function decisionsOf(
  parser: ApexParser,
): readonly { readonly rule: string; readonly place: number }[] {
  const places = new Map<number, number>();
  return choosing(parser).atn.decisionToState.map(({ ruleIndex }) => {
    const place = places.get(ruleIndex) ?? 0;
    places.set(ruleIndex, place + 1);
    return { rule: parser.ruleNames[ruleIndex] ?? "", place };
  });
}

export function predictBy(parser: ApexParser, predictions: readonly (Prediction | null)[]): void {
  const simulator = choosing(parser);
  const chooser = parser as unknown as ChoosingParser;
  const byAntlr = simulator.adaptivePredict.bind(simulator);
  simulator.adaptivePredict = (input, decision, context) =>
    predictions[decision]?.(chooser) ?? byAntlr(input, decision, context);
}

/** Types of the tokens from the next one on, without comments and white space. */
export function* tokensAhead(parser: ChoosingParser): Generator<number> {
  const { tokens, index, channel } = parser._input as unknown as {
    readonly tokens: readonly ApexToken[];
    readonly index: number;
    readonly channel: number;
  };
  for (let at = index; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.channel === channel) yield token.type;
  }
}
