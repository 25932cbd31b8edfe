import { ALL, defaultLevel, higher, NO_ACCESS, READ } from "./access-level.js";
import { accountsOfChildren, ChildrenOfAccounts, isChildOfAccounts } from "./implicit-sharing.js";
import { RulesOfUser } from "./rules-of-user.js";
import { sharesOfUser } from "./shares-of-user.js";
/** Records that sharing does not know. */
export const OPEN = {
    isReadByAll: true,
    level: () => ALL,
    isGranted: () => true,
};
/** Records with an owner: default, ownership, permissions, shares, rules, and what accounts give, whichever gives most. */
export class OwnSharing {
    isReadByAll;
    #sharing;
    #describe;
    #default;
    #shares = null;
    #rules = null;
    #accounts = null;
    #children = null;
    constructor(sharing, describe) {
        this.#sharing = sharing;
        this.#describe = describe;
        this.#default = defaultLevel(describe.sharingModel);
        this.isReadByAll = this.#default >= READ;
    }
    level(row, enough) {
        let level = this.#default;
        if (level >= enough)
            return level;
        if (this.#isOwned(row))
            return ALL;
        level = higher(level, levelByRights(this.#sharing, this.#describe.name));
        if (level >= enough)
            return level;
        level = higher(level, this.#levelGiven(row));
        return level >= enough ? level : higher(level, this.#levelByAccount(row));
    }
    isGranted(row) {
        return this.#isOwned(row) || this.#levelGiven(row) >= READ;
    }
    #isOwned(row) {
        const owner = row.values["OwnerId"];
        if (typeof owner !== "string")
            return false;
        return owner === this.#sharing.userId || this.#sharing.grantees.owners.has(owner);
    }
    #levelGiven(row) {
        const { schema, store, grantees, environment } = this.#sharing;
        this.#shares ??= sharesOfUser(schema, store, grantees, this.#describe.name);
        this.#rules ??= new RulesOfUser(environment, this.#describe, grantees);
        return higher(this.#shares.get(row.id) ?? NO_ACCESS, this.#rules.level(row));
    }
    #levelByAccount(row) {
        if (this.#describe.name === "Account") {
            this.#accounts ??= accountsOfChildren(this.#sharing);
            return this.#accounts.has(row.id) ? READ : NO_ACCESS;
        }
        if (!isChildOfAccounts(this.#describe.name))
            return NO_ACCESS;
        this.#children ??= new ChildrenOfAccounts(this.#sharing, this.#describe.name);
        return this.#children.level(row);
    }
}
/** View All and Modify All. */
function levelByRights(sharing, object) {
    const { rights } = sharing;
    if (rights.modifiesAllOf(object))
        return ALL;
    return rights.seesAllOf(object) ? READ : NO_ACCESS;
}
/** Records that follow one or two others. */
export class ControlledSharing {
    isReadByAll;
    #sharing;
    #describe;
    #parents;
    constructor(sharing, describe, parents) {
        this.#sharing = sharing;
        this.#describe = describe;
        this.#parents = parents;
        this.isReadByAll =
            !this.#hasOwner &&
                parents.every(({ field }) => {
                    const targets = describe.fields.get(field.toLowerCase())?.referenceTo ?? [];
                    return targets.every((target) => sharing.isReadByAll(target));
                });
    }
    level(row, enough) {
        const byParents = this.#parents.reduce((lowest, parent) => {
            const level = this.#levelBy(row, parent);
            return level < lowest ? level : lowest;
        }, ALL);
        if (byParents >= enough)
            return byParents;
        return higher(byParents, levelByRights(this.#sharing, this.#describe.name));
    }
    isGranted(row) {
        return this.level(row, READ) >= READ;
    }
    /**
     * Without its parent a record of an owner is the owner's alone, past the role hierarchy too.
     * Source: Salesforce Help, "Private Contacts"; "Organization-Wide Default Access Settings".
     */
    #levelBy(row, { field, follows }) {
        const id = row.values[field];
        const parent = typeof id === "string" ? this.#sharing.store.find(id) : undefined;
        if (parent !== undefined)
            return follows(this.#sharing.levelOfParent(parent));
        if (!this.#hasOwner)
            return ALL;
        return row.values["OwnerId"] === this.#sharing.userId ? ALL : NO_ACCESS;
    }
    get #hasOwner() {
        return this.#describe.fields.has("ownerid") && !this.#describe.isCustom;
    }
}
/**
 * Tasks and events: the owner and those above do all, who may read what an activity is about may read it.
 * Source: Salesforce Help, "Organization-Wide Default Access Settings", Activity.
 */
export class ActivitySharing {
    isReadByAll = false;
    #sharing;
    #describe;
    constructor(sharing, describe) {
        this.#sharing = sharing;
        this.#describe = describe;
    }
    level(row, enough) {
        const owner = row.values["OwnerId"];
        if (owner === this.#sharing.userId)
            return ALL;
        if (typeof owner === "string" && this.#sharing.grantees.owners.has(owner))
            return ALL;
        const byRights = levelByRights(this.#sharing, this.#describe.name);
        return byRights >= enough ? byRights : higher(byRights, this.#levelByRelated(row));
    }
    isGranted(row) {
        return this.level(row, READ) >= READ;
    }
    #levelByRelated(row) {
        const isControlled = this.#describe.sharingModel === "ControlledByParent";
        let level = NO_ACCESS;
        for (const field of ["WhatId", "WhoId"]) {
            const id = row.values[field];
            const related = typeof id === "string" ? this.#sharing.store.find(id) : undefined;
            if (related === undefined)
                continue;
            const of = this.#sharing.levelOfParent(related);
            level = higher(level, isControlled || of < READ ? of : READ);
        }
        return level;
    }
}
