import type { DmlError } from "../runtime/host.ts";
import type { FieldDescribe } from "../schema/schema.ts";
/** Errors of a save in Salesforce's words. Source: SOAP API Developer Guide, StatusCode; Apex Reference, DmlException. */
export declare function saveError(statusCode: string, message: string, fields?: readonly string[]): DmlError;
export declare function requiredFieldsMissing(fields: readonly string[]): DmlError;
export declare function stringTooLong(field: FieldDescribe, value: string): DmlError;
export declare function badRestrictedPicklistValue(field: FieldDescribe, value: string): DmlError;
export declare function duplicateValue(field: FieldDescribe, existingId: string): DmlError;
export declare function duplicateExternalId(field: FieldDescribe, value: string): DmlError;
export declare function invalidEmail(field: FieldDescribe, value: string): DmlError;
export declare function numberOutOfRange(field: FieldDescribe, value: string): DmlError;
export declare function wrongIdType(field: FieldDescribe, id: string): DmlError;
export declare function malformedId(field: FieldDescribe, text: string): DmlError;
export declare function invalidCrossReference(fields?: readonly string[]): DmlError;
export declare function entityIsDeleted(): DmlError;
export declare function idNotSpecified(operation: "update" | "delete" | "undelete" | "merge"): DmlError;
export declare function idInInsert(): DmlError;
export declare function customValidation(message: string, field: string | null): DmlError;
export declare function foreignKeyNotFound(externalField: FieldDescribe, value: string): DmlError;
