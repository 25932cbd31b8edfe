import { type FormulaNode } from "./syntax.ts";
import type { FormulaKind } from "./value.ts";
/** As the platform's messages name a type. */
export declare function kindName(kind: FormulaKind): string;
/**
 * `kindOf` gives the kind of an identifier and throws for one that does not exist.
 * @throws FormulaFailure with the platform's message
 */
export declare function checkNode(node: FormulaNode, kindOf: (identifier: string) => FormulaKind): FormulaKind;
