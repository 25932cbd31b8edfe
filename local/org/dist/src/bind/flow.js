/** Reports statements after a return or a throw. Salesforce says nothing of those after a break or a continue. */
export function checkReachable(body, report) {
    completes(body, { onUnreachable: (at) => report.error(at, "Unreachable statement") });
}
/** Whether the end of the block can be reached. A loop can always end, also `while (true)`. */
export function canComplete(body) {
    return completes(body, { onUnreachable: () => undefined });
}
function completes(statement, walk) {
    const inner = (nested) => nested === null || completes(nested, walk);
    switch (statement.kind) {
        case "block":
            return blockCompletes(statement, walk);
        case "if": {
            const then = inner(statement.then);
            return inner(statement.otherwise) || then;
        }
        case "while":
        case "for":
        case "doWhile":
        case "forEach":
        case "forQuery":
            inner(statement.body);
            return true;
        case "switchValues": {
            const ends = statement.cases.map(({ body }) => inner(body));
            return inner(statement.otherwise) || ends.includes(true);
        }
        case "switchTypes": {
            const ends = statement.cases.map(({ body }) => inner(body));
            const nullEnds = statement.nullCase !== null && inner(statement.nullCase);
            return inner(statement.otherwise) || nullEnds || ends.includes(true);
        }
        case "try": {
            const ends = [inner(statement.body), ...statement.catches.map(({ body }) => inner(body))];
            return inner(statement.otherwise) && ends.includes(true);
        }
        case "runAs":
            return inner(statement.body);
        case "return":
        case "throw":
            return false;
        case "break":
        case "continue":
        case "local":
        case "expression":
        case "dml":
            return true;
    }
}
function blockCompletes({ statements }, walk) {
    let reached = true;
    let reported = false;
    for (const statement of statements) {
        if (!reached && !reported) {
            walk.onUnreachable(statement.at);
            reported = true;
        }
        if (!completes(statement, walk))
            reached = false;
    }
    return reached;
}
