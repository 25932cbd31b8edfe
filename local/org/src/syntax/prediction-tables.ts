/**
 * What the parser has learned of its grammar, kept between processes. ANTLR chooses between alternatives by automata that it builds while
 * it parses, beginning with none, wherever looking ahead by a few tokens does not settle it. The automata depend on the grammar alone,
 * and states are added to what is kept, never changed.
 *
 * A state is kept with where it leads and what it decides. What it stands for in the grammar, ANTLR's configurations, is worked out
 * again along the way that led to it, where a text goes on from it as none has before.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CACHE_FOLDER } from "../cache-folder.ts";
import type { Automaton, AutomatonState, Configurations, Simulator } from "./antlr-automata.ts";

/** Changes with the form of the file. */
const FORMAT = 1;
const FILE = path.join(CACHE_FOLDER, "grammar.json");

/** Fewer new states than this are learned again sooner than written. */
const WORTH_KEEPING = 200;
const SHARE_WORTH_KEEPING = 0.02;
/** The same state may be learned along two ways: what is kept would grow for ever. */
const MOST_STATES = 60_000;

/** Of one decision: states by their place in the list. */
export interface DecisionTable {
  /** Of a rule with precedences, the state for each; of any other, one for 0. */
  readonly starts: readonly (readonly [precedence: number, state: number])[];
  /**
   * The alternative it decides for, negative where the context must be asked, 0 where it goes on; then pairs of a token's edge and the
   * state there.
   */
  readonly states: readonly (readonly number[])[];
}

export type PredictionTables = readonly DecisionTable[];

interface Kept {
  readonly format: number;
  readonly grammar: string;
  readonly tables: PredictionTables;
}

/** A state as it is kept: what it decides, and the way to what it stands for. */
class KnownState implements AutomatonState {
  readonly stateNumber = -1;
  edges: Record<number, AutomatonState> | null = null;
  readonly isAcceptState: boolean;
  readonly prediction: number;
  readonly lexerActionExecutor = null;
  readonly requiresFullContext: boolean;
  readonly predicates = null;
  /** How its configurations are worked out, until they are. */
  derive: (() => Configurations) | null = null;
  #configs: Configurations | null = null;

  constructor(decided: number) {
    this.isAcceptState = decided !== 0;
    this.prediction = Math.abs(decided);
    this.requiresFullContext = decided < 0;
  }

  /** Where it decides no text goes on from it: they are nobody's business then, and ANTLR hands them to listeners that look at none. */
  get configs(): Configurations | null {
    return this.isAcceptState ? null : this.goneOnFrom;
  }

  get goneOnFrom(): Configurations {
    if (this.#configs !== null) return this.#configs;
    if (this.derive === null) throw new Error("A known state of the parser has no way to it");
    this.#configs = this.derive();
    this.derive = null;
    return this.#configs;
  }
}

/** Above the types of all tokens. */
const FAR = 1_000_000;

/**
 * A few of the some 250 edges there could be. JavaScript keeps an index apart from the others only in an object that has had one far from
 * them; in a list each state would take two kilobytes.
 */
function sparseEdges(): Record<number, AutomatonState> {
  const edges: Record<number, AutomatonState | null> = { [FAR]: null };
  Reflect.deleteProperty(edges, FAR);
  return edges as Record<number, AutomatonState>;
}

/** By the edge, ascending. */
function edgesOf({ edges }: AutomatonState): readonly (readonly [number, AutomatonState])[] {
  if (edges === null) return [];
  return Object.entries(edges).flatMap(([edge, to]) =>
    to === undefined ? [] : [[Number(edge), to] as const],
  );
}

/** Gives the simulator what is in the tables. It must not have parsed yet. */
function teach(simulator: Simulator, tables: PredictionTables): void {
  simulator.decisionToDFA.forEach((automaton, decision) => {
    const table = tables[decision];
    if (table === undefined || table.starts.length === 0) return;
    if (automaton.precedenceDfa) {
      for (const [precedence, state] of startsOf(simulator, automaton, table))
        automaton.setPrecedenceStartState(precedence, state);
      return;
    }
    // Most texts ask few of the decisions.
    Object.defineProperty(automaton, "s0", {
      configurable: true,
      enumerable: true,
      get() {
        const [start] = startsOf(simulator, automaton, table);
        const s0 = start?.[1] ?? null;
        Object.defineProperty(automaton, "s0", {
          configurable: true,
          enumerable: true,
          writable: true,
          value: s0,
        });
        return s0;
      },
    });
    untouched.set(automaton, table);
  });
}

/** Automata nobody has asked yet. */
const untouched = new WeakMap<Automaton, DecisionTable>();

function startsOf(
  simulator: Simulator,
  automaton: Automaton,
  table: DecisionTable,
): readonly (readonly [number, AutomatonState])[] {
  untouched.delete(automaton);
  const states = table.states.map(([decided = 0]) => new KnownState(decided));
  table.states.forEach((row, index) => {
    const from = states[index];
    for (let at = 1; at < row.length; at += 2) {
      const edge = row[at] ?? 0;
      const to = states[row[at + 1] ?? -1];
      if (from === undefined || to === undefined) continue;
      (from.edges ??= sparseEdges())[edge] = to;
    }
  });
  const starts = table.starts.flatMap(([precedence, index]) => {
    const state = states[index];
    return state === undefined ? [] : [[precedence, state] as const];
  });
  for (const [precedence, state] of starts)
    state.derive = () => simulator.startConfigurations(automaton, precedence);
  // The shortest way to each: fewest configurations to work out again.
  const reached = starts.map(([, state]) => state);
  for (let next = 0; next < reached.length; next += 1) {
    const from = reached[next];
    if (from === undefined) break;
    for (const [edge, to] of edgesOf(from)) {
      if (!(to instanceof KnownState) || to.derive !== null) continue;
      to.derive = () => simulator.configurationsAfter(from.goneOnFrom, edge - 1);
      reached.push(to);
    }
  }
  return starts;
}

/** All that the simulator knows. */
export function learned(simulator: Simulator): PredictionTables {
  return simulator.decisionToDFA.map((automaton) => {
    const known = untouched.get(automaton);
    return known ?? tableOf(automaton);
  });
}

function tableOf(automaton: Automaton): DecisionTable {
  const places = new Map<AutomatonState, number>();
  const states: AutomatonState[] = [];
  const placeOf = (state: AutomatonState): number => {
    const known = places.get(state);
    if (known !== undefined) return known;
    places.set(state, states.length);
    return states.push(state) - 1;
  };
  const starts = startStatesOf(automaton)
    .filter(([, state]) => isKeepable(state))
    .map(([precedence, state]) => [precedence, placeOf(state)] as const);
  const rows: number[][] = [];
  // It grows while it is walked.
  for (let next = 0; next < states.length; next += 1) {
    const state = states[next];
    if (state === undefined) break;
    const row = [decisionOf(state)];
    for (const [edge, to] of edgesOf(state)) if (isKeepable(to)) row.push(edge, placeOf(to));
    rows.push(row);
  }
  return { starts, states: rows };
}

function startStatesOf({
  precedenceDfa,
  s0,
}: Automaton): readonly (readonly [number, AutomatonState])[] {
  if (s0 === null) return [];
  if (!precedenceDfa) return [[0, s0]];
  return edgesOf(s0);
}

/** ANTLR's state for "no way on" is the same for all; one with predicates holds parts of the grammar. */
function isKeepable({ stateNumber, predicates }: AutomatonState): boolean {
  return stateNumber !== NO_WAY_ON && predicates === null;
}
const NO_WAY_ON = 0x7fffffff;

function decisionOf({ isAcceptState, prediction, requiresFullContext }: AutomatonState): number {
  if (!isAcceptState) return 0;
  return requiresFullContext ? -prediction : prediction;
}

// ── Keeping ──

let grammar = "";
let keptStates = 0;

/** Teaches the simulator what earlier processes kept for this grammar. */
export function recall(simulator: Simulator, serializedGrammar: readonly number[]): void {
  grammar = createHash("sha256").update(Int32Array.from(serializedGrammar)).digest("hex");
  const kept = readKept();
  if (kept?.format !== FORMAT || kept.grammar !== grammar) return;
  teach(simulator, kept.tables);
  keptStates = countOf(kept.tables);
}

/** Keeps what the simulator knows by now, where it learned enough. A folder that cannot be written keeps nothing. */
export function remember(simulator: Simulator): void {
  const fresh = simulator.decisionToDFA.reduce((sum, { states }) => sum + states.length, 0);
  if (fresh < Math.max(WORTH_KEEPING, keptStates * SHARE_WORTH_KEEPING)) return;
  const tables = learned(simulator);
  const count = countOf(tables);
  if (count < keptStates * (1 + SHARE_WORTH_KEEPING) || count > MOST_STATES) return;
  keptStates = count;
  try {
    mkdirSync(path.dirname(FILE), { recursive: true });
    const draft = `${FILE}.${randomUUID()}.draft`;
    const kept: Kept = { format: FORMAT, grammar, tables };
    writeFileSync(draft, JSON.stringify(kept));
    renameSync(draft, FILE);
  } catch {
    // The next process learns it again.
  }
}

function countOf(tables: PredictionTables): number {
  return tables.reduce((sum, { states }) => sum + states.length, 0);
}

function readKept(): Kept | null {
  try {
    // Only this module writes it.
    return JSON.parse(readFileSync(FILE, "utf8")) as Kept | null;
  } catch {
    return null;
  }
}
