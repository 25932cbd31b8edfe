import type { Position } from "../../syntax/ast.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import type { Meaning } from "../names.ts";
/** `Label.Greeting`, `Label.c.Greeting`; the path comes without `System`. */
export declare function labelNamed(path: readonly string[], at: Position, context: BodyContext): BoundExpression | null;
/**
 * `Schema.Job__Share.RowCause.Recruiter__c`, `AccountShare.RowCause.Manual`: a reason for sharing, the text that the field holds. The path comes
 * without `Schema`. Source: Apex Developer Guide, "Understanding Apex Managed Sharing".
 */
export declare function sharingReason(path: readonly string[], at: Position, context: BodyContext): BoundExpression | null;
/** `Page.Invoice` */
export declare function pageNamed(path: readonly string[], at: Position): BoundExpression | null;
/**
 * `SObjectType.Account`, `SObjectType.Account.fields.Name`, `SObjectType.Account.fieldSets.Brief`, and the field tokens `Account.fields.Name`
 * and `Account.SObjectType.fields.Name`; the path comes without `Schema`.
 */
export declare function describeMember(path: readonly string[], at: Position, context: BodyContext): Meaning | null;
