import type { NewObject } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
/** `new Account(Name = 'x', Parent = new Account(External__c = 'y'))` */
export declare function bindNewRecord(expression: NewObject, objectName: string, context: BodyContext): BoundExpression;
