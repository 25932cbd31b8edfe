import { VOID } from "../../types/well-known.js";
import { sameType } from "../../types/same-type.js";
import { fail } from "../report.js";
import { bindAssignment } from "./assignment.js";
import { bindBinary } from "./binary.js";
import { bindMethodCall } from "./calls.js";
import { bindCast, bindClassLiteral, bindInstanceOf } from "./casts.js";
import { bindCoalesce, bindConditional } from "./choices.js";
import { bindNewArray, bindNewListOrSet, bindNewMap } from "./collections.js";
import { bindNewObject } from "./construction.js";
import { checkReadable } from "./fields.js";
import { bindIncrement } from "./increment.js";
import { bindIndex } from "./index-access.js";
import { bindLiteral } from "./literals.js";
import { valueOf } from "../names.js";
import { bindThis } from "./self.js";
import { bindSoql, bindSosl } from "./soql.js";
import { bindUnary } from "./unary.js";
const VISITORS = {
    literal: bindLiteral,
    name: valueOf,
    fieldAccess: valueOf,
    this: bindThis,
    super: ({ at }) => fail(at, "Unexpected token 'super'."),
    methodCall: bindMethodCall,
    constructorCall: ({ at, of }) => fail(at, `Call to '${of}()' must be the first statement in a constructor method`),
    index: bindIndex,
    unary: bindUnary,
    increment: bindIncrement,
    binary: (expression, context) => expression.operator === "??"
        ? bindCoalesce(expression, context)
        : bindBinary(expression, context),
    conditional: bindConditional,
    assignment: bindAssignment,
    instanceOf: bindInstanceOf,
    cast: bindCast,
    newObject: bindNewObject,
    newArray: bindNewArray,
    newListOrSet: bindNewListOrSet,
    newMap: bindNewMap,
    classLiteral: bindClassLiteral,
    soql: bindSoql,
    sosl: bindSosl,
};
/** @throws to the report of the statement around it */
export function bindExpression(expression, context) {
    // The table's key is the node's own kind, so the visitor takes exactly this node.
    const visit = VISITORS[expression.kind];
    const bound = visit(expression, context);
    checkReadable(bound, context);
    return bound;
}
/** An expression whose value is used: not the call of a void method. */
export function bindValue(expression, context) {
    const bound = bindExpression(expression, context);
    if (sameType(bound.type, VOID))
        fail(expression.at, "Variables cannot be of type void");
    return bound;
}
