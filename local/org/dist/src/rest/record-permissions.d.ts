/**
 * What the caller's permissions refuse before a save, row by row, in the API's words.
 * Source: SOAP API Developer Guide, "StatusCode"; object and field permissions of permission sets.
 */
import type { AccessRights, DmlError } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { RestDmlOperation } from "./save-result.ts";
/** null: the permissions allow it. */
export declare function refusedByPermissions(operation: RestDmlOperation, record: SObjectValue, rights: AccessRights): DmlError | null;
