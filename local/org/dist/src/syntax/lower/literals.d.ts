import type { ApexTerminalNode, LiteralContext } from "@apexdevtools/apex-parser";
import type { Literal, Position } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerLiteral(tree: LiteralContext, report: Report): Literal;
/** There is no negative literal: -2147483648 is the negation of an Integer that is too large, and Salesforce refuses it. */
export declare function integerLiteral(text: string, at: Position, report: Report): Literal;
export declare function longLiteral(textWithSuffix: string, at: Position, report: Report): Literal;
/** The value of a string literal, in single or in triple quotes. */
export declare function stringOf(node: ApexTerminalNode, report: Report): string;
/** Source: Apex Developer Guide, "Strings". The lexer has already refused every other sequence. */
export declare function unescapeString(body: string): string;
