import { transaction } from "../../runtime/transaction.js";
/** What the running user may do, as describes answer it. */
export function describeRights() {
    const { host, user } = transaction();
    return host.data.rights(user.id);
}
