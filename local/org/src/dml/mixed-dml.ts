import type { DmlError, RunningUser } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { transaction } from "../runtime/transaction.ts";
import type { DmlOperation } from "../syntax/ast.ts";
import { saveError } from "./save-error.ts";

/** Source: Apex Developer Guide, sObjects That Cannot Be Used Together in DML Operations. */
const SETUP_OBJECTS = new Set([
  "FieldPermissions",
  "Group",
  "GroupMember",
  "ObjectPermissions",
  "ObjectTerritory2AssignmentRule",
  "PermissionSet",
  "PermissionSetAssignment",
  "PermissionSetGroup",
  "QueueSobject",
  "SetupEntityAccess",
  "Territory2",
  "UserRole",
  "UserTerritory2Association",
]);

/** Changes of a user that make the save one of setup. */
const SETUP_USER_FIELDS = [
  "UserRoleId",
  "IsActive",
  "ForecastEnabled",
  "IsPortalEnabled",
  "Username",
  "ProfileId",
];

/** The object first written of each kind. */
interface WrittenKinds {
  setup: string | null;
  data: string | null;
}

const KEY = Symbol("objects written");

/** The error of a write that mixes setup objects and others in one transaction; null when it does not. */
export function mixedDmlError(operation: DmlOperation, record: SObjectValue): DmlError | null {
  const running = transaction();
  // Each System.runAs counts anew, and gives its caller's count back.
  const byBlock = running.attachment(KEY, () => new WeakMap<RunningUser, WrittenKinds>());
  const written = byBlock.get(running.user) ?? { setup: null, data: null };
  byBlock.set(running.user, written);
  const object = record.objectName;
  const kind = kindOf(operation, record);
  if (kind === null) return null;
  const other = kind === "setup" ? written.data : written.setup;
  if (other !== null) {
    const [first, then] = kind === "setup" ? ["non-setup", "setup"] : ["setup", "non-setup"];
    return saveError(
      "MIXED_DML_OPERATION",
      `DML operation on ${then} object is not permitted after you have updated a ${first} object (or vice versa): ${object}, original object: ${other}`,
    );
  }
  written[kind] = object;
  return null;
}

function kindOf(operation: DmlOperation, record: SObjectValue): "setup" | "data" | null {
  if (SETUP_OBJECTS.has(record.objectName)) return "setup";
  if (record.objectName !== "User") return record.describe.kind === "platformEvent" ? null : "data";
  const touchesSetup =
    operation === "insert"
      ? (record.peek("UserRoleId") ?? null) !== null
      : SETUP_USER_FIELDS.some((field) => record.values.has(field));
  return touchesSetup && !(operation !== "insert" && record.selection !== null) ? "setup" : null;
}
