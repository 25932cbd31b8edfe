import { transaction } from "../runtime/transaction.js";
import { isSetupObject } from "../schema/standard/setup-objects.js";
import { saveError } from "./save-error.js";
/** Changes of a user that make the save one of setup. */
const SETUP_USER_FIELDS = [
    "UserRoleId",
    "IsActive",
    "ForecastEnabled",
    "IsPortalEnabled",
    "Username",
    "ProfileId",
];
/** May be written beside both: events, and settings, which public suites save after queues and users. */
const NEITHER = new Set([
    "platformEvent",
    "hierarchyCustomSetting",
    "listCustomSetting",
]);
const KEY = Symbol("objects written");
/** The error of a write that mixes setup objects and others in one transaction; null when it does not. */
export function mixedDmlError(operation, record) {
    const running = transaction();
    // Each System.runAs counts anew, and gives its caller's count back.
    const byBlock = running.attachment(KEY, () => new WeakMap());
    const written = byBlock.get(running.user) ?? { setup: null, data: null };
    byBlock.set(running.user, written);
    const object = record.objectName;
    const kind = kindOf(operation, record);
    if (kind === null)
        return null;
    const other = kind === "setup" ? written.data : written.setup;
    if (other !== null) {
        const [first, then] = kind === "setup" ? ["non-setup", "setup"] : ["setup", "non-setup"];
        return saveError("MIXED_DML_OPERATION", `DML operation on ${then} object is not permitted after you have updated a ${first} object (or vice versa): ${object}, original object: ${other}`);
    }
    written[kind] = object;
    return null;
}
function kindOf(operation, record) {
    // Source: Apex Developer Guide, sObjects That Can't Be Used Together in DML Operations: a group may be inserted and updated beside others.
    if (record.objectName === "Group" && (operation === "insert" || operation === "update"))
        return null;
    if (record.objectName !== "User") {
        if (isSetupObject(record.objectName))
            return "setup";
        return NEITHER.has(record.describe.kind) ? null : "data";
    }
    const touchesSetup = operation === "insert"
        ? (record.peek("UserRoleId") ?? null) !== null
        : SETUP_USER_FIELDS.some((field) => record.values.has(field));
    return touchesSetup && !(operation !== "insert" && record.selection !== null) ? "setup" : null;
}
