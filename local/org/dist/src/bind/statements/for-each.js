import { displayType } from "../../types/display.js";
import { assignability } from "../../types/assignability.js";
import { sameType } from "../../types/same-type.js";
import { declareLocal, inLoop } from "../body-context.js";
import { mentionType } from "../expressions/casts.js";
import { bindExpression } from "../expressions/expression.js";
import { fail } from "../report.js";
import { resolveTypeName } from "../type-names.js";
import { bindBranch } from "./statement.js";
export function bindForEach(statement, context) {
    const { report, compilation } = context;
    const loop = inLoop(context);
    const iterable = report.attempt(() => bindExpression(statement.iterable, context));
    const type = report.attempt(() => resolveTypeName(statement.type, context.owner, compilation));
    if (type === null)
        return [];
    mentionType(type, context);
    const local = declareLocal(loop, statement.name, type, statement.at);
    const head = iterable === null ? null : report.attempt(() => loopHead(iterable, local, statement, context));
    const body = statement.body === null ? null : bindBranch(statement.body, loop);
    return head === null ? [] : [{ ...head, local, body, at: statement.at }];
}
function loopHead(iterable, local, statement, context) {
    if (iterable.kind === "soql" && iterable.shape === "list") {
        return queryLoop(iterable, local.type, statement);
    }
    const { over, element } = elementsOf(iterable.type, statement, context);
    const conversion = elementConversion(element, local.type, statement, context);
    return { kind: "forEach", iterable, over, conversion };
}
function queryLoop(query, variable, statement) {
    const row = query.type.kind === "list" ? query.type.element : query.type;
    const isBatch = variable.kind === "list";
    const wanted = isBatch ? variable.element : variable;
    const isRecord = wanted.kind === "sobject" && (sameType(wanted, row) || wanted.name === "SObject");
    if (!isRecord && wanted.kind !== "object") {
        fail(statement.at, `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${displayType(row)}`);
    }
    return { kind: "forQuery", query, each: isBatch ? "batch" : "record" };
}
function elementsOf(type, statement, context) {
    if (type.kind === "list" || type.kind === "set")
        return { over: type.kind, element: type.element };
    for (const ancestor of context.compilation.hierarchy.supertypesOf(type)) {
        const [element] = ancestor.kind === "platform" ? ancestor.arguments : [];
        if (ancestor.kind === "platform" &&
            ancestor.name === "System.Iterable" &&
            element !== undefined) {
            return { over: "iterable", element };
        }
    }
    fail(statement.iterable.at, `Loop must iterate over collection: ${displayType(type)}`);
}
/** Records of a List<SObject> may be looped over as their own type; the value is checked. */
function elementConversion(element, variable, statement, context) {
    const result = assignability(element, variable, context.compilation.hierarchy, "assignment");
    if (result.isAssignable)
        return result.conversion;
    const isGeneric = element.kind === "sobject" && element.name === "SObject";
    if (isGeneric && variable.kind === "sobject")
        return { kind: "cast", to: variable };
    fail(statement.at, `Invalid loop variable type expected ${displayType(element)} was ${displayType(variable)}`);
}
