import { ALL, READ } from "./access-level.js";
import { ActivitySharing, ControlledSharing, OPEN, OwnSharing } from "./object-sharing.js";
import { controllingParents } from "./controlling-parent.js";
import { shareObjectOf } from "./share-object.js";
export class RecordSharing {
    userId;
    environment;
    #rights;
    #grantees;
    #objects = new Map();
    #levels = new Map();
    #knownGrantees = null;
    #knownRights = null;
    /** @param rights asked for when a record is not the user's by default or ownership */
    constructor(environment, grantees, rights) {
        this.environment = environment;
        this.userId = environment.userId;
        this.#grantees = grantees;
        this.#rights = rights;
    }
    get schema() {
        return this.environment.schema;
    }
    get store() {
        return this.environment.store;
    }
    get grantees() {
        this.#knownGrantees ??= this.#grantees.of(this.userId);
        return this.#knownGrantees;
    }
    get rights() {
        this.#knownRights ??= this.#rights();
        return this.#knownRights;
    }
    level(row, enough = ALL) {
        return this.#object(row.object).level(row, enough);
    }
    /** The level of a record that others follow, worked out once. */
    levelOfParent(row) {
        const known = this.#levels.get(row.id);
        if (known !== undefined)
            return known;
        const level = this.level(row);
        this.#levels.set(row.id, level);
        return level;
    }
    canRead(row) {
        return this.level(row, READ) >= READ;
    }
    isGranted(row) {
        return this.#object(row.object).isGranted(row);
    }
    isReadByAll(object) {
        return this.#object(object).isReadByAll;
    }
    /** Whether the user may give the record to another owner. Source: Salesforce Help, "Transfer Records". */
    canTransfer(row) {
        if (this.level(row) === ALL)
            return true;
        if (!this.canRead(row))
            return false;
        const model = this.schema.object(row.object)?.sharingModel;
        return (model === "ReadWriteTransfer" ||
            this.rights.hasUserPermission("TransferAnyEntity") ||
            this.rights.hasUserPermission(`TransferAny${row.object}`));
    }
    /** null: every row is shown. */
    rowFilter(object) {
        return this.isReadByAll(object) ? null : (row) => this.canRead(row);
    }
    #object(name) {
        const known = this.#objects.get(name);
        if (known !== undefined)
            return known;
        const made = this.#make(name);
        this.#objects.set(name, made);
        return made;
    }
    #make(name) {
        const describe = this.schema.object(name);
        if (describe === undefined)
            return OPEN;
        if (name === "Task" || name === "Event")
            return new ActivitySharing(this, describe);
        const parents = controllingParents(this.schema, describe);
        if (parents.length > 0)
            return new ControlledSharing(this, describe, parents);
        return hasOwnSharing(this.schema, describe) ? new OwnSharing(this, describe) : OPEN;
    }
}
/** The organization's own objects (settings, users, metadata) are nobody's. */
function hasOwnSharing(schema, describe) {
    if (!describe.fields.has("ownerid"))
        return false;
    if (describe.kind === "custom")
        return true;
    return describe.kind === "standard" && shareObjectOf(schema, describe.name) !== undefined;
}
