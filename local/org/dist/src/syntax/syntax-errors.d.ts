/**
 * Syntax errors in Salesforce's words, as its compiler answers the same mistakes: `Missing ';' at '}'`, `Extra ';', at ')'.`,
 * `Expecting '}' but was: '<EOF>'`, `Unexpected token ';'.`
 */
import { ApexErrorListener } from "@apexdevtools/apex-parser";
import type { Position } from "./ast.ts";
export interface SyntaxProblem {
    readonly at: Position;
    readonly message: string;
}
type SyntaxErrorEvent = Parameters<ApexErrorListener["syntaxError"]>;
/** Listens to lexer and parser at once. */
export declare class SyntaxErrors extends ApexErrorListener {
    #private;
    constructor(text: string);
    /** In the order of the text. */
    get problems(): readonly SyntaxProblem[];
    syntaxError(...[recognizer, symbol, line, column, message]: SyntaxErrorEvent): void;
    apexSyntaxError(): void;
}
export declare function isBefore(a: Position, b: Position): boolean;
export {};
