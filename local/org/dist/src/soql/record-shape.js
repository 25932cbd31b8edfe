import { ApexList } from "../runtime/list.js";
import { SObjectValue } from "../runtime/sobject.js";
import { sobjectType } from "../runtime/type.js";
import { describeOfRow, readField, shownParent } from "./row-reader.js";
/** Which fields, parents and children the records of a query carry. */
export class RecordShape {
    fieldNames = new Set(["Id"]);
    parents = new Map();
    children = [];
    extras = [];
    selection = null;
    addPath(path) {
        this.shapeAt(path.steps).fieldNames.add(path.field.name);
    }
    addTypeBranch(steps, object, paths) {
        const last = steps.at(-1);
        if (last === undefined)
            return;
        const parent = this.shapeAt(steps.slice(0, -1)).parentShape(last);
        const shape = object === null ? parent.shape : branchOf(parent, object);
        for (const path of paths)
            shape.addPath(path);
    }
    addChildren(children) {
        this.children.push(children);
    }
    addExtra(name, read) {
        this.extras.push({ name, read });
    }
    record(environment, row) {
        const describe = describeOfRow(environment, row);
        const record = new SObjectValue(describe);
        for (const name of this.fieldNames) {
            const field = describe.fields.get(name.toLowerCase());
            if (field !== undefined)
                record.values.set(field.name, readField(environment, row, field));
            else if (name === "Type")
                record.values.set(name, row.object);
        }
        for (const { name, read } of this.extras)
            record.values.set(name, read(row));
        for (const [relationship, parent] of this.parents) {
            const target = shownParent(environment, row, parent.lookup);
            const shape = target === undefined
                ? undefined
                : (parent.branches.get(target.object.toLowerCase()) ?? parent.shape);
            record.parents.set(relationship, target === undefined || shape === undefined ? null : shape.record(environment, target));
        }
        for (const child of this.children) {
            record.children.set(child.relationshipName, new ApexList(sobjectType(child.childObject), [...child.recordsOf(row)]));
        }
        record.selection = this.selectionSets();
        return record;
    }
    shapeAt(steps) {
        const [step, ...rest] = steps;
        return step === undefined ? this : this.parentShape(step).shape.shapeAt(rest);
    }
    parentShape(lookup) {
        const relationship = lookup.relationshipName ?? lookup.name;
        const known = this.parents.get(relationship);
        if (known !== undefined)
            return known;
        const created = { lookup, shape: new RecordShape(), branches: new Map() };
        this.parents.set(relationship, created);
        // The platform brings the lookup's id along with a parent's field.
        this.fieldNames.add(lookup.name);
        return created;
    }
    selectionSets() {
        this.selection ??= {
            fields: new Set([...this.fieldNames, ...this.extras.map((extra) => extra.name)]),
            parents: new Set(this.parents.keys()),
            children: new Set(this.children.map((child) => child.relationshipName)),
        };
        return this.selection;
    }
}
function branchOf(parent, object) {
    const known = parent.branches.get(object.toLowerCase());
    if (known !== undefined)
        return known;
    const created = new RecordShape();
    parent.branches.set(object.toLowerCase(), created);
    return created;
}
