import { isAssignable } from "../../types/assignability.js";
import { displayType } from "../../types/display.js";
import { declareLocal, inNestedScope } from "../body-context.js";
import { mentionType } from "../expressions/casts.js";
import { fail } from "../report.js";
import { resolveTypeName } from "../type-names.js";
import { bindBlock, bindStatementsOf } from "./statement.js";
export function bindTry(statement, context) {
    const { at } = statement;
    const { compilation, report } = context;
    if (statement.catches.length === 0 && statement.otherwise === null) {
        fail(at, "Try block must have at least one catch block or a finally block");
    }
    const body = bindBlock(statement.body, context);
    const caught = [];
    const catches = statement.catches.flatMap((clause) => {
        const type = report.attempt(() => resolveTypeName(clause.type, context.owner, compilation));
        if (type === null)
            return [];
        mentionType(type, context);
        if (!compilation.hierarchy.isException(type)) {
            report.error(clause.at, `Catch block variable must be of type exception: ${displayType(type)}`);
        }
        else if (caught.some((earlier) => isAssignable(type, earlier, compilation.hierarchy, "argument"))) {
            report.error(clause.at, `Exception type already caught: ${displayType(type)}`);
        }
        caught.push(type);
        const inside = inNestedScope(context);
        const local = declareLocal(inside, clause.name, type, clause.at);
        return [{ type, local, body: bindStatementsOf(clause.body, inside), at: clause.at }];
    });
    const otherwise = statement.otherwise === null ? null : bindBlock(statement.otherwise, context);
    return { kind: "try", body, catches, otherwise, at };
}
