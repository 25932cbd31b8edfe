import { UserRights } from "./user-rights.js";
const READ_FROM = [
    "FieldPermissions",
    "ObjectPermissions",
    "PermissionSet",
    "PermissionSetAssignment",
    "PermissionSetGroup",
    "PermissionSetGroupComponent",
    "Profile",
    "User",
];
/** The rights of each user, read again only after what they come from has changed. */
export class RightsOfUsers {
    #schema;
    #store;
    #known = new Map();
    #version = -1;
    constructor(schema, store) {
        this.#schema = schema;
        this.#store = store;
    }
    of(userId) {
        const version = this.#store.versionOf(READ_FROM);
        if (version !== this.#version)
            this.#known.clear();
        this.#version = version;
        const known = this.#known.get(userId);
        if (known !== undefined)
            return known;
        const made = new UserRights(this.#schema, this.#store, userId);
        this.#known.set(userId, made);
        return made;
    }
}
