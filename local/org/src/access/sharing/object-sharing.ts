import type { SObjectDescribe } from "../../schema/schema.ts";
import type { Row } from "../../store/row.ts";
import { ALL, type AccessLevel, defaultLevel, higher, NO_ACCESS, READ } from "./access-level.ts";
import type { ControllingParent } from "./controlling-parent.ts";
import { accountsOfChildren, ChildrenOfAccounts, isChildOfAccounts } from "./implicit-sharing.ts";
import type { ObjectSharing, RecordSharing } from "./record-sharing.ts";
import { RulesOfUser } from "./rules-of-user.ts";
import { sharesOfUser } from "./shares-of-user.ts";

/** Records that sharing does not know. */
export const OPEN: ObjectSharing = {
  isReadByAll: true,
  level: () => ALL,
  isGranted: () => true,
};

/** Records with an owner: default, ownership, permissions, shares, rules, and what accounts give, whichever gives most. */
export class OwnSharing implements ObjectSharing {
  readonly isReadByAll: boolean;
  readonly #sharing: RecordSharing;
  readonly #describe: SObjectDescribe;
  readonly #default: AccessLevel;
  #shares: ReadonlyMap<string, AccessLevel> | null = null;
  #rules: RulesOfUser | null = null;
  #accounts: ReadonlySet<string> | null = null;
  #children: ChildrenOfAccounts | null = null;

  constructor(sharing: RecordSharing, describe: SObjectDescribe) {
    this.#sharing = sharing;
    this.#describe = describe;
    this.#default = defaultLevel(describe.sharingModel);
    this.isReadByAll = this.#default >= READ;
  }

  level(row: Row, enough: AccessLevel): AccessLevel {
    let level = this.#default;
    if (level >= enough) return level;
    if (this.#isOwned(row)) return ALL;
    level = higher(level, levelByRights(this.#sharing, this.#describe.name));
    if (level >= enough) return level;
    level = higher(level, this.#levelGiven(row));
    return level >= enough ? level : higher(level, this.#levelByAccount(row));
  }

  isGranted(row: Row): boolean {
    return this.#isOwned(row) || this.#levelGiven(row) >= READ;
  }

  #isOwned(row: Row): boolean {
    const owner = row.values["OwnerId"];
    if (typeof owner !== "string") return false;
    return owner === this.#sharing.userId || this.#sharing.grantees.owners.has(owner);
  }

  #levelGiven(row: Row): AccessLevel {
    const { schema, store, grantees, environment } = this.#sharing;
    this.#shares ??= sharesOfUser(schema, store, grantees, this.#describe.name);
    this.#rules ??= new RulesOfUser(environment, this.#describe, grantees);
    return higher(this.#shares.get(row.id) ?? NO_ACCESS, this.#rules.level(row));
  }

  #levelByAccount(row: Row): AccessLevel {
    if (this.#describe.name === "Account") {
      this.#accounts ??= accountsOfChildren(this.#sharing);
      return this.#accounts.has(row.id) ? READ : NO_ACCESS;
    }
    if (!isChildOfAccounts(this.#describe.name)) return NO_ACCESS;
    this.#children ??= new ChildrenOfAccounts(this.#sharing, this.#describe.name);
    return this.#children.level(row);
  }
}

/** View All and Modify All. */
function levelByRights(sharing: RecordSharing, object: string): AccessLevel {
  const { rights } = sharing;
  if (rights.modifiesAllOf(object)) return ALL;
  return rights.seesAllOf(object) ? READ : NO_ACCESS;
}

/** Records that follow one or two others. */
export class ControlledSharing implements ObjectSharing {
  readonly isReadByAll: boolean;
  readonly #sharing: RecordSharing;
  readonly #describe: SObjectDescribe;
  readonly #parents: readonly ControllingParent[];

  constructor(
    sharing: RecordSharing,
    describe: SObjectDescribe,
    parents: readonly ControllingParent[],
  ) {
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

  level(row: Row, enough: AccessLevel): AccessLevel {
    const byParents = this.#parents.reduce<AccessLevel>((lowest, parent) => {
      const level = this.#levelBy(row, parent);
      return level < lowest ? level : lowest;
    }, ALL);
    if (byParents >= enough) return byParents;
    return higher(byParents, levelByRights(this.#sharing, this.#describe.name));
  }

  isGranted(row: Row): boolean {
    return this.level(row, READ) >= READ;
  }

  /**
   * Without its parent a record of an owner is the owner's alone, past the role hierarchy too.
   * Source: Salesforce Help, "Private Contacts"; "Organization-Wide Default Access Settings".
   */
  #levelBy(row: Row, { field, follows }: ControllingParent): AccessLevel {
    const id = row.values[field];
    const parent = typeof id === "string" ? this.#sharing.store.find(id) : undefined;
    if (parent !== undefined) return follows(this.#sharing.levelOfParent(parent));
    if (!this.#hasOwner) return ALL;
    return row.values["OwnerId"] === this.#sharing.userId ? ALL : NO_ACCESS;
  }

  get #hasOwner(): boolean {
    return this.#describe.fields.has("ownerid") && !this.#describe.isCustom;
  }
}

/**
 * Tasks and events: the owner and those above do all, who may read what an activity is about may read it.
 * Source: Salesforce Help, "Organization-Wide Default Access Settings", Activity.
 */
export class ActivitySharing implements ObjectSharing {
  readonly isReadByAll = false;
  readonly #sharing: RecordSharing;
  readonly #describe: SObjectDescribe;

  constructor(sharing: RecordSharing, describe: SObjectDescribe) {
    this.#sharing = sharing;
    this.#describe = describe;
  }

  level(row: Row, enough: AccessLevel): AccessLevel {
    const owner = row.values["OwnerId"];
    if (owner === this.#sharing.userId) return ALL;
    if (typeof owner === "string" && this.#sharing.grantees.owners.has(owner)) return ALL;
    const byRights = levelByRights(this.#sharing, this.#describe.name);
    return byRights >= enough ? byRights : higher(byRights, this.#levelByRelated(row));
  }

  isGranted(row: Row): boolean {
    return this.level(row, READ) >= READ;
  }

  #levelByRelated(row: Row): AccessLevel {
    const isControlled = this.#describe.sharingModel === "ControlledByParent";
    let level: AccessLevel = NO_ACCESS;
    for (const field of ["WhatId", "WhoId"]) {
      const id = row.values[field];
      const related = typeof id === "string" ? this.#sharing.store.find(id) : undefined;
      if (related === undefined) continue;
      const of = this.#sharing.levelOfParent(related);
      level = higher(level, isControlled || of < READ ? of : READ);
    }
    return level;
  }
}
