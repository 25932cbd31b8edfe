import { raise } from "./exception.js";
import { charge } from "./heap/charge.js";
import { ApexList } from "./list.js";
/** Without the texts in it, which are charged where they come into being. */
const RECORD_BYTES = 32;
const FIELD_BYTES = 12;
export class SObjectValue {
    describe;
    /** Canonical field name → value. Absent: never set and not queried. Own keys only, in the order they were set. */
    values = new Map();
    /** Canonical relationship name → parent record; null: queried and there is none. */
    parents = new Map();
    /** Canonical relationship name → children. */
    children = new Map();
    /** Aggregate columns of an AggregateResult live in `values` by alias (`expr0`). */
    selection = null;
    errors = [];
    /** Trigger.new after the save, Trigger.old: field assignments raise FinalException "Record is read-only". */
    isReadOnly = false;
    isClone = false;
    /** The id of the record it was cloned from. */
    cloneSourceId = null;
    constructor(describe) {
        this.describe = describe;
        charge(RECORD_BYTES);
    }
    get objectName() {
        return this.describe.name;
    }
    get id() {
        const id = this.values.get("Id");
        return typeof id === "string" ? id : null;
    }
    /** A field as Apex reads it: `name` is canonical. A checkbox is never null. */
    get(name) {
        const value = this.values.get(name);
        if (value !== undefined && value !== null)
            return value;
        if (this.isHidden(name))
            notQueried(this.describe.name, name);
        return this.describe.fields.get(name.toLowerCase())?.type === "boolean" ? false : null;
    }
    /** Whether a query brought the record and left this field out. */
    isHidden(name) {
        return this.selection !== null && !this.selection.fields.has(name) && !this.values.has(name);
    }
    /** Raw: the value where there is one, else null, whatever was queried. */
    peek(name) {
        return this.values.get(name) ?? null;
    }
    /** A field as Apex writes it: `name` is canonical, the value already of the field's type. */
    put(name, value) {
        if (this.isReadOnly)
            raise("System.FinalException", "Record is read-only");
        charge(FIELD_BYTES);
        this.values.set(name, value);
        const relationship = this.describe.fields.get(name.toLowerCase())?.relationshipName;
        if (relationship !== null && relationship !== undefined)
            this.#forgetOtherParent(relationship, value);
        return value;
    }
    /** A parent as Apex reads it; null for none. */
    parent(relationship) {
        const parent = this.parents.get(relationship);
        if (parent !== undefined)
            return parent;
        if (this.selection !== null && !this.selection.parents.has(relationship))
            notQueried(this.describe.name, relationship);
        return null;
    }
    putParent(relationship, parent) {
        if (this.isReadOnly)
            raise("System.FinalException", "Record is read-only");
        this.parents.set(relationship, parent);
        return parent;
    }
    /** Children as Apex reads them off the relationship's name: where none were queried or set, an empty list. */
    childrenOf(relationship) {
        const known = this.children.get(relationship);
        if (known !== undefined)
            return known;
        const child = this.describe.childRelationships.get(relationship.toLowerCase());
        const none = new ApexList({ kind: "sobject", name: child?.childObject ?? "SObject" }, []);
        this.children.set(relationship, none);
        return none;
    }
    /** Children as `getSObjects` gives them; null where none were queried or set. */
    childList(relationship) {
        const children = this.children.get(relationship);
        if (children !== undefined)
            return children;
        if (this.selection !== null && !this.selection.children.has(relationship))
            notQueried(this.describe.name, relationship);
        return null;
    }
    putChildren(relationship, children) {
        this.children.set(relationship, children);
    }
    addError(message, field = null) {
        this.errors.push({ field, message });
    }
    fieldDescribe(name) {
        return this.describe.fields.get(name.toLowerCase());
    }
    /** Another record with the same content; parents and children are shared, errors are not taken along. */
    copy() {
        const copied = new SObjectValue(this.describe);
        charge(FIELD_BYTES * this.values.size);
        for (const [name, value] of this.values)
            copied.values.set(name, value);
        for (const [name, parent] of this.parents)
            copied.parents.set(name, parent);
        for (const [name, children] of this.children)
            copied.children.set(name, children);
        copied.selection = this.selection;
        return copied;
    }
    #forgetOtherParent(relationship, id) {
        const parent = this.parents.get(relationship);
        if (parent !== undefined && parent !== null && parent.id !== id)
            this.parents.delete(relationship);
    }
}
function notQueried(object, field) {
    return raise("System.SObjectException", `SObject row was retrieved via SOQL without querying the requested field: ${object}.${field}`);
}
