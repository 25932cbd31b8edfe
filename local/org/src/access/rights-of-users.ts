import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import { UserRights } from "./user-rights.ts";

const READ_FROM = [
  "FieldPermissions",
  "ObjectPermissions",
  "PermissionSet",
  "PermissionSetAssignment",
  "PermissionSetGroup",
  "PermissionSetGroupComponent",
  "PermissionSetTabSetting",
  "Profile",
  "SetupEntityAccess",
  "User",
];

/** The rights of each user, read again only after what they come from has changed. */
export class RightsOfUsers {
  readonly #schema: Schema;
  readonly #store: RecordStore;
  readonly #known = new Map<string, UserRights>();
  #version = -1;

  constructor(schema: Schema, store: RecordStore) {
    this.#schema = schema;
    this.#store = store;
  }

  of(userId: string): UserRights {
    const version = this.#store.versionOf(READ_FROM);
    if (version !== this.#version) this.#known.clear();
    this.#version = version;
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    const made = new UserRights(this.#schema, this.#store, userId);
    this.#known.set(userId, made);
    return made;
  }
}
