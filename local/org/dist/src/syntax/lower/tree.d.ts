/**
 * What every lowering function needs of the parser's tree. The generated accessors are typed as always present; a child that the
 * source leaves out is null at run time, so each optional one is read through `optional`.
 */
import { IdContext, type AnyIdContext, type ApexParserRuleContext, type ApexTerminalNode, type ApexToken } from "@apexdevtools/apex-parser";
import type { Position } from "../ast.ts";
import type { Diagnostic } from "../diagnostic.ts";
/** Records a problem found while lowering; lowering goes on, so that all problems of a file are told. */
export type Report = (at: Position, message: string, kind?: Diagnostic["kind"]) => void;
export declare function optional<T>(child: T): T | null;
export declare function positionOf(token: ApexToken): Position;
export declare function startOf(tree: ApexParserRuleContext): Position;
/** Where the tree's last token begins: for a block, its closing brace. */
export declare function endOf(tree: ApexParserRuleContext): Position;
export declare function positionOfTerminal(node: ApexTerminalNode): Position;
/** The name as written. The grammar admits Java's letters and some keywords; Apex admits neither, except keywords after a dot. */
export declare function identifier(tree: IdContext | AnyIdContext, report: Report): string;
/** A tree of a kind that no lowering function knows: the grammar has grown and this compiler has not. */
export declare function unknownConstruct(tree: ApexParserRuleContext): Error;
