import type { NewObject } from "../../syntax/ast.ts";
import type { ClassSymbol, ConstructorSymbol } from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
export declare function bindNewObject(expression: NewObject, context: BodyContext): BoundExpression;
export interface ConstructorCandidate {
    /** null for the constructors every exception has without declaring them. */
    readonly symbol: ConstructorSymbol | null;
    readonly parameters: readonly Type[];
}
/** @throws to the report: "Constructor not defined: [Foo].<Constructor>(Integer)" */
export declare function chosenConstructor(symbol: ClassSymbol, given: readonly BoundExpression[], at: NewObject["at"], context: BodyContext): ConstructorCandidate;
