import type { ConstructorDeclarationContext, FieldDeclarationContext, InterfaceMethodDeclarationContext, MethodDeclarationContext, PropertyDeclarationContext } from "@apexdevtools/apex-parser";
import type { ConstructorDeclaration, FieldDeclaration, MethodDeclaration, Modifiers, PropertyDeclaration } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerFields(tree: FieldDeclarationContext, modifiers: Modifiers, report: Report): readonly FieldDeclaration[];
export declare function lowerMethod(tree: MethodDeclarationContext, modifiers: Modifiers, report: Report): MethodDeclaration;
export declare function lowerInterfaceMethod(tree: InterfaceMethodDeclarationContext, report: Report): MethodDeclaration;
export declare function lowerConstructor(tree: ConstructorDeclarationContext, modifiers: Modifiers, report: Report): ConstructorDeclaration;
export declare function lowerProperty(tree: PropertyDeclarationContext, modifiers: Modifiers, report: Report): PropertyDeclaration;
