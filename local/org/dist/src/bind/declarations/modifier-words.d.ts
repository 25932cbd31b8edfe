/** Which modifiers go with what, and with each other. The wording is that of Salesforce's compiler. */
import type { TypeDeclaration } from "../../syntax/ast.ts";
import type { Report } from "../report.ts";
export declare function checkModifierWords(declaration: TypeDeclaration, isTopLevel: boolean, report: Report): void;
