import type { Modifiers } from "../../syntax/ast.ts";
import type { AnnotationSymbol, Visibility } from "../../types/symbols.ts";
export declare function annotationsOf(modifiers: Modifiers): readonly AnnotationSymbol[];
export declare function hasAnnotation(modifiers: Modifiers, name: string): boolean;
/** `@IsTest` or the older `testMethod`. */
export declare function isTest(modifiers: Modifiers): boolean;
export declare function visibilityOf(modifiers: Modifiers, otherwise: Visibility): Visibility;
