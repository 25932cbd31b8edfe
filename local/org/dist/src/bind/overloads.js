/** Which of several methods or constructors of one name a call means. */
import { assignability, isAssignable } from "../types/assignability.js";
import { sameType } from "../types/same-type.js";
/**
 * The exact match, else the most specific of those that fit strictly, else of those that fit loosely: the phases of Java's
 * method resolution (JLS 15.12.2), which Apex follows.
 */
export function resolveOverload(candidates, callArguments, hierarchy) {
    const sameArity = candidates.filter(({ parameters }) => parameters.length === callArguments.length);
    const exact = sameArity.find(({ parameters }) => parameters.every((parameter, index) => {
        const argument = callArguments[index];
        return argument !== undefined && sameType(parameter, argument.type);
    }));
    if (exact !== undefined)
        return { kind: "found", candidate: exact };
    const strict = applicable(sameArity, callArguments, hierarchy, "strict");
    const fitting = strict.length > 0 ? strict : applicable(sameArity, callArguments, hierarchy, "argument");
    return mostSpecific(fitting, callArguments, hierarchy);
}
function applicable(candidates, callArguments, hierarchy, purpose) {
    return candidates.filter(({ parameters }) => parameters.every((parameter, index) => {
        const argument = callArguments[index];
        return argument !== undefined && fits(argument, parameter, hierarchy, purpose);
    }));
}
function fits(argument, parameter, hierarchy, purpose) {
    if (assignability(argument.type, parameter, hierarchy, purpose).isAssignable)
        return true;
    return argument.isQuery && rowOf(argument.type, parameter);
}
/** Whether a query's rows, taken as one record, are what the parameter wants. */
function rowOf(queryType, parameter) {
    return (queryType.kind === "list" &&
        queryType.element.kind === "sobject" &&
        parameter.kind === "sobject" &&
        (parameter.name === queryType.element.name ||
            parameter.name === "SObject" ||
            queryType.element.name === "SObject"));
}
function mostSpecific(candidates, callArguments, hierarchy) {
    const [only] = candidates;
    if (only === undefined)
        return { kind: "none" };
    if (candidates.length === 1)
        return { kind: "found", candidate: only };
    const best = candidates.filter((candidate) => candidates.every((other) => other === candidate || isAsSpecific(candidate, other, callArguments, hierarchy)));
    // Two that are each as specific as the other (List<SObject>, List<Account>) leave the choice to declaration order.
    const [first] = best;
    return first === undefined
        ? { kind: "ambiguous", candidates }
        : { kind: "found", candidate: first };
}
function isAsSpecific(a, b, callArguments, hierarchy) {
    return a.parameters.every((parameter, index) => {
        const other = b.parameters[index];
        const argument = callArguments[index];
        if (other === undefined || argument === undefined)
            return false;
        if (sameType(parameter, other))
            return true;
        if (argument.isQuery && rowOf(argument.type, other))
            return parameter.kind === "list";
        return isAssignable(parameter, other, hierarchy, "argument");
    });
}
