import { lowerLiteral } from "./literals.js";
import { identifier, optional, startOf } from "./tree.js";
export function lowerModifiers(trees, report) {
    const words = [];
    const annotations = [];
    for (const tree of trees) {
        const annotation = optional(tree.annotation());
        if (annotation !== null) {
            annotations.push(lowerAnnotation(annotation, report));
            continue;
        }
        const word = modifierWord(tree);
        if (words.includes(word)) {
            report(startOf(tree), `Duplicate modifier: ${word}`);
        }
        words.push(word);
    }
    return { words, annotations };
}
/** For places where only `final` may stand: parameters, local variables, catch clauses. */
export function lowerIsFinal(trees, report) {
    const { words } = lowerModifiers(trees, report);
    for (const word of words) {
        if (word !== "final") {
            report(trees[0] === undefined ? { line: 1, column: 1 } : startOf(trees[0]), `Modifier is not allowed: ${word}`);
        }
    }
    return words.includes("final");
}
function modifierWord(tree) {
    const sharing = optional(tree.SHARING());
    const first = tree.start.text.toLowerCase();
    // The grammar's modifier rule lists exactly these words.
    return (sharing === null ? first : `${first} sharing`);
}
function lowerAnnotation(tree, report) {
    const single = optional(tree.elementValue());
    const pairs = optional(tree.elementValuePairs());
    return {
        at: startOf(tree),
        name: identifier(tree.id(), report),
        arguments: [
            ...(single === null ? [] : [{ name: null, value: lowerElementValue(single, report) }]),
            ...(pairs === null
                ? []
                : pairs.elementValuePair_list().map((pair) => ({
                    name: identifier(pair.id(), report),
                    value: lowerElementValue(pair.elementValue(), report),
                }))),
        ],
    };
}
function lowerElementValue(tree, report) {
    return lowerLiteral(tree.literal(), report);
}
