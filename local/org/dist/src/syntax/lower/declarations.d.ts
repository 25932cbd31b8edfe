import type { ClassDeclarationContext, EnumDeclarationContext, InterfaceDeclarationContext, ModifierContext, TypeDeclarationContext } from "@apexdevtools/apex-parser";
import type { Member, TypeDeclaration } from "../ast.ts";
import { lowerFields, lowerMethod, lowerProperty } from "./members.ts";
import { type Report } from "./tree.ts";
export declare function lowerTypeDeclaration(tree: TypeDeclarationContext, report: Report): TypeDeclaration;
/** The rules that may declare members: a class body's, a trigger's and an anonymous block's. */
interface MemberRule {
    methodDeclaration(): Parameters<typeof lowerMethod>[0];
    propertyDeclaration(): Parameters<typeof lowerProperty>[0];
    fieldDeclaration(): Parameters<typeof lowerFields>[0];
    classDeclaration(): ClassDeclarationContext;
    interfaceDeclaration(): InterfaceDeclarationContext;
    enumDeclaration(): EnumDeclarationContext;
}
/** One declaration; `Integer a, b;` declares two fields. Empty when the rule is none of these. */
export declare function lowerMember(tree: MemberRule, modifierTrees: readonly ModifierContext[], report: Report): readonly Member[];
export {};
