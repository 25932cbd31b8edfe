import type { DmlRequest } from "../runtime/host.ts";
import type { WriteRights } from "../access/write-rights.ts";
/**
 * Refuses a user-mode operation that the user's object or field permissions do not allow.
 * Source: Apex Developer Guide, Enforce User Mode for Database Operations; the object's message is asserted by apex-recipes.
 * @throws System.SecurityException for an object, System.DmlException for fields
 */
export declare function checkWriteAccess(request: DmlRequest, rights: WriteRights): void;
