import { chain } from "../chain.js";
import * as assignment from "./assignment.js";
import * as conversions from "./conversions.js";
import * as creation from "./creation.js";
import { link } from "./links.js";
import * as names from "./names.js";
import * as operators from "./operators.js";
import * as org from "./org.js";
const visitors = {
    literal: names.literal,
    local: names.local,
    this: names.self,
    gap: names.gap,
    field: (node, context) => chain(node, context, link),
    staticField: names.staticField,
    enumConstant: names.enumConstant,
    recordField: (node, context) => chain(node, context, link),
    recordParent: (node, context) => chain(node, context, link),
    recordChildren: (node, context) => chain(node, context, link),
    index: (node, context) => chain(node, context, link),
    platformField: (node, context) => chain(node, context, link),
    platformEnumConstant: names.platformEnumConstant,
    call: (node, context) => chain(node, context, link),
    platformCall: (node, context) => chain(node, context, link),
    enumCall: names.enumCall,
    new: creation.newObject,
    newPlatform: creation.newPlatform,
    newRecord: creation.newRecord,
    newList: creation.newListOrSet,
    newSet: creation.newListOrSet,
    copyCollection: creation.copyCollection,
    sizedList: creation.sizedList,
    newMap: creation.newMap,
    convert: conversions.convert,
    instanceOf: operators.instanceOf,
    arithmetic: operators.arithmetic,
    dateArithmetic: operators.dateArithmetic,
    negate: operators.negate,
    complement: operators.complement,
    concat: operators.concat,
    booleanOperation: operators.booleanOperation,
    logical: operators.logical,
    not: operators.not,
    comparison: operators.comparison,
    equality: operators.equality,
    identity: operators.identity,
    conditional: operators.conditional,
    coalesce: operators.coalesce,
    assign: assignment.assign,
    compoundAssign: assignment.compoundAssign,
    targetValue: names.targetValue,
    increment: assignment.increment,
    classLiteral: names.classLiteral,
    objectToken: org.objectToken,
    fieldToken: org.fieldToken,
    objectDescribe: org.objectDescribe,
    fieldDescribe: org.fieldDescribe,
    fieldSet: org.fieldSet,
    settingsCall: org.settingsCall,
    label: org.label,
    page: org.page,
    triggerVariable: org.triggerVariable,
    fieldAddError: org.fieldAddError,
    soql: org.soql,
    sosl: org.sosl,
};
export function emitExpression(node, context) {
    // The table's mapped type pairs each kind with the visitor of exactly that kind.
    const visit = visitors[node.kind];
    return visit(node, context);
}
