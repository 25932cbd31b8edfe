import type { BlockContext, LocalVariableDeclarationContext, StatementContext, VariableDeclaratorsContext } from "@apexdevtools/apex-parser";
import type { Block, LocalVariables, Statement } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerBlock(tree: BlockContext, report: Report): Block;
export declare function lowerStatement(tree: StatementContext, report: Report): Statement;
export declare function lowerLocalVariables(tree: LocalVariableDeclarationContext, report: Report): LocalVariables;
export declare function lowerDeclarators(tree: VariableDeclaratorsContext, report: Report): LocalVariables["variables"];
