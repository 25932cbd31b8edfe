import { curatedObject } from "./curated-objects.js";
/** Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations", without those that are curated. */
const SETUP_OBJECTS = new Set([
    "AuthSession",
    "ObjectTerritory2AssignmentRule",
    "ObjectTerritory2AssignmentRuleItem",
    "ObjectTerritory2Association",
    "PermissionSetGroup",
    "PermissionSetGroupComponent",
    "PermissionSetLicenseAssign",
    "RuleTerritory2Association",
    "Territory2",
    "Territory2Model",
    "UserPackageLicense",
    "UserTerritory2Association",
].map((name) => name.toLowerCase()));
/**
 * Whether DML on the object together with DML on an object that is none fails with MIXED_DML_OPERATION. A user is one, except for an
 * update that leaves role, profile, activity and the like alone.
 */
export function isSetupObject(object) {
    return curatedObject(object)?.isSetupObject ?? SETUP_OBJECTS.has(object.toLowerCase());
}
