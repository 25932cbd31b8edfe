import type { AccessRights } from "../../runtime/host.ts";
import { transaction } from "../../runtime/transaction.ts";

/** What the running user may do, as describes answer it. */
export function describeRights(): AccessRights {
  const { host, user } = transaction();
  return host.data.rights(user.id);
}
