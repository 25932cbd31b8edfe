/** Apex, SOQL and SOSL text → abstract syntax, or every reason why not. */
import { ApexParser, SoslLiteralContext, } from "@apexdevtools/apex-parser";
import { lowerQuery } from "./lower/query.js";
import { lowerBracedSearch, lowerSearch } from "./lower/search.js";
import { positionOf } from "./lower/tree.js";
import { lowerAnonymousUnit, lowerClassUnit, lowerTriggerUnit } from "./lower/units.js";
import { createParser } from "./tokens.js";
import { SyntaxErrors, isBefore } from "./syntax-errors.js";
/** A class file: one class, interface or enum. */
export function parseClass(file, text) {
    return parseUnit(file, text, (parser) => parser.compilationUnit(), lowerClassUnit);
}
export function parseTrigger(file, text) {
    return parseUnit(file, text, (parser) => parser.triggerUnit(), lowerTriggerUnit);
}
/** What `executeAnonymous` takes. */
export function parseAnonymous(file, text) {
    return parseUnit(file, text, (parser) => parser.anonymousUnit(), lowerAnonymousUnit);
}
/** The text given to Database.query. Binds are parsed as Apex expressions; what may stand in one is for the caller to judge. */
export function parseQuery(text) {
    const errors = new SyntaxErrors(text);
    const parser = createParser(text, errors);
    const tree = parser.query();
    const problem = firstProblem(errors, parser);
    if (problem !== null)
        return { error: queryError(problem, text) };
    const problems = [];
    const query = lowerQuery(tree, (at, message) => problems.push({ at, message }));
    const [first] = problems;
    return first === undefined ? { query } : { error: queryError(first, text) };
}
/** The text given to Search.query, its term in quotes or in braces. */
export function parseSearch(text) {
    const bracketed = `[${text}]`;
    const errors = new SyntaxErrors(bracketed);
    const parser = createParser(bracketed, errors);
    const problems = [];
    const report = (at, message) => problems.push({ at, message });
    const isBraced = parser.getCurrentToken().type === ApexParser.FindLiteralAlt;
    const tree = isBraced ? parser.soslLiteralAlt() : parser.soslLiteral();
    const problem = firstProblem(errors, parser);
    if (problem !== null)
        return { error: queryError(withoutBracket(problem, text), text) };
    const query = tree instanceof SoslLiteralContext
        ? lowerSearch(tree, report)
        : lowerBracedSearch(tree, report);
    const [first] = problems;
    return first === undefined ? { query } : { error: queryError(withoutBracket(first, text), text) };
}
/** The grammar's query rule ends where it can; what is left over (`a = 1 AND b = 2 OR c = 3`) is an error too. */
function firstProblem(errors, parser) {
    const token = parser.getCurrentToken();
    const leftOver = { at: positionOf(token), message: `Unexpected token '${token.text}'.` };
    const [problem] = errors.problems;
    if (problem === undefined)
        return token.type === ApexParser.EOF ? null : leftOver;
    return token.type !== ApexParser.EOF && isBefore(leftOver.at, problem.at) ? leftOver : problem;
}
/** The brackets around a search are ours: positions move back by one, and the closing one is the end of the text. */
function withoutBracket({ at, message }, text) {
    const column = at.line === 1 ? at.column - 1 : at.column;
    const lines = text.split("\n");
    const isEnd = at.line === lines.length && column > (lines.at(-1) ?? "").length;
    return {
        at: { line: at.line, column },
        message: isEnd ? "Unexpected token '<EOF>'." : message,
    };
}
/** Dynamic queries name the token and no more: `unexpected token: 'FROM'`, `unexpected token: <EOF>`. */
function queryError({ at, message }, text) {
    if (message.startsWith("Missing closing quote")) {
        const lines = text.split("\n");
        const end = `${lines.length}:${(lines.at(-1) ?? "").length}`;
        return { at, message: `line ${end} mismatched character '<EOF>' expecting '''` };
    }
    const [, token = null] = /^(?:Unexpected token|Missing .* at|Extra .*, at|Expecting .* but was:) '([^]*)'\.?$/.exec(message) ?? [];
    if (token === null)
        return { at, message };
    return { at, message: `unexpected token: ${token === "<EOF>" ? token : `'${token}'`}` };
}
function parseUnit(file, text, rule, lower) {
    const source = text.replace(/^\uFEFF/, "");
    const errors = new SyntaxErrors(source);
    const tree = rule(createParser(source, errors));
    if (errors.problems.length > 0) {
        const diagnostics = errors.problems.map((problem) => ({
            file,
            ...problem,
            kind: "error",
        }));
        return { unit: null, diagnostics };
    }
    const diagnostics = [];
    const unit = lower(tree, (at, message, kind = "error") => {
        diagnostics.push({ file, at, message, kind });
    });
    return { unit, diagnostics };
}
