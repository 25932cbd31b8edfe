/**
 * What every lowering function needs of the parser's tree. The generated accessors are typed as always present; a child that the
 * source leaves out is null at run time, so each optional one is read through `optional`.
 */
import { IdContext, } from "@apexdevtools/apex-parser";
import { invalidIdentifier } from "../lexical-errors.js";
export function optional(child) {
    return child ?? null;
}
export function positionOf(token) {
    return { line: token.line, column: token.column + 1 };
}
export function startOf(tree) {
    return positionOf(tree.start);
}
/** Where the tree's last token begins: for a block, its closing brace. */
export function endOf(tree) {
    return positionOf(tree.stop ?? tree.start);
}
export function positionOfTerminal(node) {
    return positionOf(node.symbol);
}
/**
 * Words that Salesforce's compiler takes for nothing but the keyword, while the grammar admits them as names. Found by asking it for
 * each word of the grammar's `id` rule in turn.
 */
const RESERVED = new Set("and as asc bulk by commit desc from having in instanceof like limit not nulls or select trigger using where".split(" "));
/** The name as written. The grammar admits Java's letters and some keywords; Apex admits neither, except keywords after a dot. */
export function identifier(tree, report) {
    const name = tree.getText();
    if (tree instanceof IdContext && RESERVED.has(name.toLowerCase())) {
        report(startOf(tree), `Unexpected token '${name}'.`);
    }
    if (!/^[\w$]+$/.test(name)) {
        report(startOf(tree), invalidIdentifier(name));
    }
    return name;
}
/** A tree of a kind that no lowering function knows: the grammar has grown and this compiler has not. */
export function unknownConstruct(tree) {
    return new Error(`No lowering for the construct at ${tree.start.line}:${tree.start.column + 1}: ${tree.getText()}`);
}
