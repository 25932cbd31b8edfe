import type { Block, ConstructorCall, ConstructorDeclaration } from "../syntax/ast.ts";
import type { ConstructorSymbol } from "../types/symbols.ts";
import type { BodyContext } from "./body-context.ts";
import type { BoundConstructor } from "./bound.ts";
type Chained = BoundConstructor["chained"];
/** What a constructor starts with, and the statements after it. */
export declare function splitChainedCall({ body }: ConstructorDeclaration): {
    /** null: the implicit `super()`. */
    readonly call: ConstructorCall | null;
    readonly rest: Block;
};
export declare function explicitChain(call: ConstructorCall, constructor: ConstructorSymbol, context: BodyContext): Chained;
/** @throws to the report: "No default constructor available in super type: Foo" */
export declare function implicitChain(constructor: ConstructorSymbol, context: BodyContext): Chained;
export {};
