/** Apex, SOQL and SOSL text → abstract syntax, or every reason why not. */
import {
  ApexParser,
  SoslLiteralContext,
  type ApexParserRuleContext,
} from "@apexdevtools/apex-parser";
import type {
  AnonymousUnit,
  ClassUnit,
  CompilationUnit,
  Expression,
  Position,
  TriggerUnit,
} from "./ast.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { lowerQuery } from "./lower/query.ts";
import { lowerBracedSearch, lowerSearch } from "./lower/search.ts";
import { positionOf, type Report } from "./lower/tree.ts";
import { lowerAnonymousUnit, lowerClassUnit, lowerTriggerUnit } from "./lower/units.ts";
import { createParser } from "./tokens.ts";
import type { Query, SoslQuery } from "./query.ts";
import { SyntaxErrors, isBefore, type SyntaxProblem } from "./syntax-errors.ts";

export interface Parsed<Unit extends CompilationUnit> {
  /** null when the text has a syntax error. */
  readonly unit: Unit | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A class file: one class, interface or enum. */
export function parseClass(file: string, text: string): Parsed<ClassUnit> {
  return parseUnit(file, text, (parser) => parser.compilationUnit(), lowerClassUnit);
}

export function parseTrigger(file: string, text: string): Parsed<TriggerUnit> {
  return parseUnit(file, text, (parser) => parser.triggerUnit(), lowerTriggerUnit);
}

/** What `executeAnonymous` takes. */
export function parseAnonymous(file: string, text: string): Parsed<AnonymousUnit> {
  return parseUnit(file, text, (parser) => parser.anonymousUnit(), lowerAnonymousUnit);
}

export interface QueryError {
  /** In the words of a System.QueryException. */
  readonly message: string;
  readonly at: Position;
}

type ParsedQuery = { readonly query: Query<Expression> } | { readonly error: QueryError };

/** Programs and people ask the same few queries again and again: the newest of them, oldest first. */
const parsedQueries = new Map<string, ParsedQuery>();
const QUERIES_KEPT = 500;
/** Characters. Longer texts hold values, and do not come again. */
const LONGEST_KEPT = 4_000;

/** The text given to Database.query. Binds are parsed as Apex expressions; what may stand in one is for the caller to judge. */
export function parseQuery(text: string): ParsedQuery {
  const known = parsedQueries.get(text);
  if (known !== undefined) return known;
  const parsed = readQuery(text);
  if (text.length <= LONGEST_KEPT) {
    for (const oldest of parsedQueries.keys()) {
      if (parsedQueries.size < QUERIES_KEPT) break;
      parsedQueries.delete(oldest);
    }
    parsedQueries.set(text, parsed);
  }
  return parsed;
}

function readQuery(text: string): ParsedQuery {
  const { tree, problem } = read(text, (parser) => parser.query());
  if (problem !== null) return { error: queryError(problem, text) };
  const problems: SyntaxProblem[] = [];
  const query = lowerQuery(tree, (at, message) => problems.push({ at, message }));
  const [first] = problems;
  return first === undefined ? { query } : { error: queryError(first, text) };
}

/** The text given to Search.query, its term in quotes or in braces. */
export function parseSearch(
  text: string,
): { readonly query: SoslQuery<Expression> } | { readonly error: QueryError } {
  const bracketed = `[${text}]`;
  const problems: SyntaxProblem[] = [];
  const report: Report = (at, message) => problems.push({ at, message });
  const { tree, problem } = read(bracketed, (parser) =>
    parser.getCurrentToken().type === ApexParser.FindLiteralAlt
      ? parser.soslLiteralAlt()
      : parser.soslLiteral(),
  );
  if (problem !== null) return { error: queryError(withoutBracket(problem, text), text) };
  const query =
    tree instanceof SoslLiteralContext
      ? lowerSearch(tree, report)
      : lowerBracedSearch(tree, report);
  const [first] = problems;
  return first === undefined ? { query } : { error: queryError(withoutBracket(first, text), text) };
}

interface Reading<Tree> {
  readonly tree: Tree;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** The first of all, what is left over of the text among them. */
  readonly problem: SyntaxProblem | null;
}

/** As a text that parses, which most do; one that does not is read again, since the quick parser would find fault elsewhere. */
function read<Tree>(text: string, rule: (parser: ApexParser) => Tree): Reading<Tree> {
  const quick = readAs(text, rule, true);
  return quick.problem === null ? quick : readAs(text, rule, false);
}

function readAs<Tree>(
  text: string,
  rule: (parser: ApexParser) => Tree,
  isRight: boolean,
): Reading<Tree> {
  const errors = new SyntaxErrors(text);
  const parser = createParser(text, errors, isRight);
  const tree = rule(parser);
  return { tree, problems: errors.problems, problem: firstProblem(errors, parser) };
}

/** The grammar's query rule ends where it can; what is left over (`a = 1 AND b = 2 OR c = 3`) is an error too. */
function firstProblem(errors: SyntaxErrors, parser: ApexParser): SyntaxProblem | null {
  const token = parser.getCurrentToken();
  const leftOver = { at: positionOf(token), message: `Unexpected token '${token.text}'.` };
  const [problem] = errors.problems;
  if (problem === undefined) return token.type === ApexParser.EOF ? null : leftOver;
  return token.type !== ApexParser.EOF && isBefore(leftOver.at, problem.at) ? leftOver : problem;
}

/** The brackets around a search are ours: positions move back by one, and the closing one is the end of the text. */
function withoutBracket({ at, message }: SyntaxProblem, text: string): SyntaxProblem {
  const column = at.line === 1 ? at.column - 1 : at.column;
  const lines = text.split("\n");
  const isEnd = at.line === lines.length && column > (lines.at(-1) ?? "").length;
  return {
    at: { line: at.line, column },
    message: isEnd ? "Unexpected token '<EOF>'." : message,
  };
}

/** Dynamic queries name the token and no more: `unexpected token: 'FROM'`, `unexpected token: <EOF>`. */
function queryError({ at, message }: SyntaxProblem, text: string): QueryError {
  if (message.startsWith("Missing closing quote")) {
    const lines = text.split("\n");
    const end = `${lines.length}:${(lines.at(-1) ?? "").length}`;
    return { at, message: `line ${end} mismatched character '<EOF>' expecting '''` };
  }
  const [, unlisted = null] = /^Missing '\(' at '([^]*)'$/.exec(message) ?? [];
  if (unlisted !== null)
    return { at, message: `expecting a left parentheses, found '${unlisted}'` };
  const [, token = null] =
    /^(?:Unexpected token|Missing .* at|Extra .*, at|Expecting .* but was:) '([^]*)'\.?$/.exec(
      message,
    ) ?? [];
  if (token === null) return { at, message };
  return { at, message: `unexpected token: ${token === "<EOF>" ? token : `'${token}'`}` };
}

function parseUnit<Tree extends ApexParserRuleContext, Unit extends CompilationUnit>(
  file: string,
  text: string,
  rule: (parser: ApexParser) => Tree,
  lower: (tree: Tree, report: Report) => Unit,
): Parsed<Unit> {
  const source = text.replace(/^\uFEFF/, "");
  const { tree, problems } = read(source, rule);
  if (problems.length > 0) {
    const diagnostics = problems.map((problem) => ({
      file,
      ...problem,
      kind: "error" as const,
    }));
    return { unit: null, diagnostics };
  }
  const diagnostics: Diagnostic[] = [];
  const unit = lower(tree, (at, message, kind = "error") => {
    diagnostics.push({ file, at, message, kind });
  });
  return { unit, diagnostics };
}
