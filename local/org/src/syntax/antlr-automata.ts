/** The parts of ANTLR's runtime that its type declarations leave out: how its parser predicts. */
import { ApexParser } from "@apexdevtools/apex-parser";

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
