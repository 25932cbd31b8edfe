/**
 * What accounts and their contacts, cases and opportunities share with each other: who may read a child may read its account, and who
 * owns an account may do with others' children what the role says. Source: Salesforce Help, "Built-in Sharing Behavior".
 */
import { accessLevel, higher, NO_ACCESS } from "./access-level.js";
import { RulesOfUser } from "./rules-of-user.js";
import { sharesOfUser } from "./shares-of-user.js";
const CHILDREN = ["Case", "Contact", "Opportunity"];
/** The accounts of the children that the user has by ownership, share or rule: not those that everybody reads. */
export function accountsOfChildren(sharing) {
    const accounts = new Set();
    for (const child of CHILDREN) {
        const describe = sharing.schema.object(child);
        if (describe?.sharingModel !== "Private")
            continue;
        for (const row of sharing.store.rowsOf(child)) {
            const account = row.values["AccountId"];
            if (row.isDeleted || typeof account !== "string" || accounts.has(account))
                continue;
            if (sharing.isGranted(row))
                accounts.add(account);
        }
    }
    return accounts;
}
export function isChildOfAccounts(object) {
    return CHILDREN.includes(object);
}
/** The access to children of accounts. */
export class ChildrenOfAccounts {
    #sharing;
    #child;
    #shares;
    #rules;
    constructor(sharing, child) {
        this.#sharing = sharing;
        this.#child = child;
        const { schema, store, grantees } = sharing;
        this.#shares = sharesOfUser(schema, store, grantees, "Account", `${child}AccessLevel`);
        const account = schema.object("Account");
        this.#rules =
            account === undefined ? null : new RulesOfUser(sharing.environment, account, grantees);
    }
    level(row) {
        const accountId = row.values["AccountId"];
        const account = typeof accountId === "string" ? this.#sharing.store.get("Account", accountId) : undefined;
        if (account === undefined)
            return NO_ACCESS;
        return higher(this.#levelByOwner(account), higher(this.#shares.get(account.id) ?? NO_ACCESS, this.#rules?.childLevel(account, this.#child) ?? NO_ACCESS));
    }
    #levelByOwner(account) {
        const { store, grantees } = this.#sharing;
        const owner = account.values["OwnerId"];
        if (typeof owner !== "string" || !grantees.owners.has(owner))
            return NO_ACCESS;
        const role = store.get("User", owner)?.values["UserRoleId"];
        if (typeof role !== "string")
            return NO_ACCESS;
        const given = store.get("UserRole", role)?.values[`${this.#child}AccessForAccountOwner`];
        return accessLevel(given);
    }
}
