/**
 * Which annotations there are, what they stand on and what they may say. Source: Apex Developer Guide, "Annotations"; the wording
 * is that of Salesforce's compiler.
 */
import type { TypeDeclaration } from "../../syntax/ast.ts";
import type { Report } from "../report.ts";
export declare function checkAnnotations(declaration: TypeDeclaration, report: Report): void;
