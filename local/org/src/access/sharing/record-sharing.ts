/** What sharing lets one user do with each record, worked out for whole sets: shares, groups and rules are read once, not per row. */
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import type { ReadEnvironment } from "../../soql/row-reader.ts";
import type { RecordStore } from "../../store/record-store.ts";
import type { Row } from "../../store/row.ts";
import { ALL, type AccessLevel, READ } from "./access-level.ts";
import type { Grantees, GranteesOfUsers } from "./grantees.ts";
import { ActivitySharing, ControlledSharing, OPEN, OwnSharing } from "./object-sharing.ts";
import { controllingParents } from "./controlling-parent.ts";
import { FolderSharing, isInFolder } from "./folder-sharing.ts";
import { shareObjectOf } from "./share-object.ts";

/** The permissions that go past sharing. */
export interface SharingRights {
  seesAllOf(object: string): boolean;
  modifiesAllOf(object: string): boolean;
  hasUserPermission(name: string): boolean;
}

/** The access to the records of one object. */
export interface ObjectSharing {
  /** Whether everybody may read every record. */
  readonly isReadByAll: boolean;
  /** The access to a record; it may stop looking once `enough` is reached. */
  level(row: Row, enough: AccessLevel): AccessLevel;
  /** By ownership, share or rule alone. */
  isGranted(row: Row): boolean;
}

export class RecordSharing {
  readonly userId: string;
  readonly environment: ReadEnvironment;
  readonly #rights: () => SharingRights;
  readonly #grantees: GranteesOfUsers;
  readonly #objects = new Map<string, ObjectSharing>();
  readonly #levels = new Map<string, AccessLevel>();
  #knownGrantees: Grantees | null = null;
  #knownRights: SharingRights | null = null;

  /** @param rights asked for when a record is not the user's by default or ownership */
  constructor(
    environment: ReadEnvironment,
    grantees: GranteesOfUsers,
    rights: () => SharingRights,
  ) {
    this.environment = environment;
    this.userId = environment.userId;
    this.#grantees = grantees;
    this.#rights = rights;
  }

  get schema(): Schema {
    return this.environment.schema;
  }

  get store(): RecordStore {
    return this.environment.store;
  }

  get grantees(): Grantees {
    this.#knownGrantees ??= this.#grantees.of(this.userId);
    return this.#knownGrantees;
  }

  get rights(): SharingRights {
    this.#knownRights ??= this.#rights();
    return this.#knownRights;
  }

  level(row: Row, enough: AccessLevel = ALL): AccessLevel {
    return this.#object(row.object).level(row, enough);
  }

  /** The level of a record that others follow, worked out once. */
  levelOfParent(row: Row): AccessLevel {
    const known = this.#levels.get(row.id);
    if (known !== undefined) return known;
    const level = this.level(row);
    this.#levels.set(row.id, level);
    return level;
  }

  canRead(row: Row): boolean {
    return this.level(row, READ) >= READ;
  }

  isGranted(row: Row): boolean {
    return this.#object(row.object).isGranted(row);
  }

  isReadByAll(object: string): boolean {
    return this.#object(object).isReadByAll;
  }

  /** Whether the user may give the record to another owner. Source: Salesforce Help, "Transfer Records". */
  canTransfer(row: Row): boolean {
    if (this.level(row) === ALL) return true;
    if (!this.canRead(row)) return false;
    const model = this.schema.object(row.object)?.sharingModel;
    return (
      model === "ReadWriteTransfer" ||
      this.rights.hasUserPermission("TransferAnyEntity") ||
      this.rights.hasUserPermission(`TransferAny${row.object}`)
    );
  }

  /** null: every row is shown. */
  rowFilter(object: string): ((row: Row) => boolean) | null {
    return this.isReadByAll(object) ? null : (row) => this.canRead(row);
  }

  #object(name: string): ObjectSharing {
    const known = this.#objects.get(name);
    if (known !== undefined) return known;
    const made = this.#make(name);
    this.#objects.set(name, made);
    return made;
  }

  #make(name: string): ObjectSharing {
    const describe = this.schema.object(name);
    if (describe === undefined) return OPEN;
    if (name === "Task" || name === "Event") return new ActivitySharing(this, describe);
    if (isInFolder(name)) return new FolderSharing(this);
    const parents = controllingParents(this.schema, describe);
    if (parents.length > 0) return new ControlledSharing(this, describe, parents);
    return hasOwnSharing(this.schema, describe) ? new OwnSharing(this, describe) : OPEN;
  }
}

/** The organization's own objects (settings, users, metadata) are nobody's. */
function hasOwnSharing(schema: Schema, describe: SObjectDescribe): boolean {
  if (!describe.fields.has("ownerid")) return false;
  if (describe.kind === "custom") return true;
  return describe.kind === "standard" && shareObjectOf(schema, describe.name) !== undefined;
}
