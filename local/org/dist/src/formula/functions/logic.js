import { compareValues, FormulaUndefined, isBlank, } from "../value.js";
import { ANY, BOOLEAN, eager, lazy } from "./function.js";
/** An empty condition is not true. */
function isTrue(argument, calling) {
    return calling.evaluate(argument) === true;
}
/** The kind that several results share: the first that is not NULL's. */
function common(kinds) {
    return kinds.find((kind) => kind !== "null" && kind !== "any") ?? kinds[0] ?? "null";
}
/** CASE(expression, value, result, value, result, …, otherwise). */
function chosenCase(arguments_, calling) {
    const value = calling.evaluate(arguments_[0]);
    const last = arguments_.length - 1;
    for (let at = 1; at < last; at += 2) {
        if (compareValues(value, calling.evaluate(arguments_[at])) === 0)
            return calling.evaluate(arguments_[at + 1]);
    }
    return calling.evaluate(arguments_[last]);
}
function chosenIf(arguments_, calling) {
    return calling.evaluate(isTrue(arguments_[0], calling) ? arguments_[1] : arguments_[2]);
}
/** A boolean of the record's version: `$Is.New`, `$Changed.Status__c`. */
function ofVersion(prefix) {
    return ([field], calling) => calling.valueOf(`${prefix}.${calling.fieldName(field)}`);
}
export const LOGIC = {
    AND: lazy("boolean", [BOOLEAN], (arguments_, calling) => arguments_.every((argument) => isTrue(argument, calling)), { repeated: 1 }),
    OR: lazy("boolean", [BOOLEAN], (arguments_, calling) => arguments_.some((argument) => isTrue(argument, calling)), { repeated: 1 }),
    NOT: eager("boolean", [BOOLEAN], ([value]) => (typeof value === "boolean" ? !value : null)),
    IF: lazy(([, ...results]) => common(results), [BOOLEAN, ANY, ANY], chosenIf),
    CASE: lazy((kinds) => common([...kinds.filter((_kind, at) => at > 0 && at % 2 === 0), kinds.at(-1) ?? "null"]), [ANY, ANY, ANY, ANY], chosenCase, { repeated: 2 }),
    BLANKVALUE: eager(common, [ANY, ANY], ([value = null, substitute = null]) => isBlank(value) ? substitute : value),
    // A text is never null, only empty: NULLVALUE gives it as it is, ISNULL is false.
    NULLVALUE: eager(common, [ANY, ANY], ([value = null, substitute = null]) => value ?? substitute),
    ISBLANK: eager("boolean", [ANY], ([value = null]) => isBlank(value)),
    ISNULL: eager("boolean", [ANY], ([value = null]) => value === null),
    IFERROR: lazy(common, [ANY, ANY], ([value, substitute], calling) => {
        try {
            return calling.evaluate(value);
        }
        catch (error) {
            if (!(error instanceof FormulaUndefined))
                throw error;
            return calling.evaluate(substitute);
        }
    }),
    ISNEW: lazy("boolean", [], (_arguments, calling) => calling.valueOf("$Is.New")),
    ISCLONE: lazy("boolean", [], (_arguments, calling) => calling.valueOf("$Is.Clone")),
    ISCHANGED: lazy("boolean", [ANY], ofVersion("$Changed")),
    PRIORVALUE: lazy(([kind = "any"]) => kind, [ANY], ofVersion("$Prior")),
};
