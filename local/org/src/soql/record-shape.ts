import { ApexList } from "../runtime/list.ts";
import { type QuerySelection, SObjectValue } from "../runtime/sobject.ts";
import { sobjectType } from "../runtime/type.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { compoundValue, isCompound } from "./compound-field.ts";
import { TYPE_OF_TARGET, type FieldPath } from "./field-path.ts";
import type { QueryContext } from "./query-context.ts";
import { describeOfRow, readField, shownParent } from "./row-reader.ts";

/** A child subquery, ready to run for one parent. */
export interface ChildSelection {
  /** Canonical relationship name. */
  readonly relationshipName: string;
  readonly childObject: string;
  readonly recordsOf: (parent: Row) => readonly SObjectValue[];
}

/** A value under a name of its own: `toLabel(Status) s`. */
interface ExtraColumn {
  readonly name: string;
  readonly read: (row: Row) => StoredValue;
}

interface ParentShape {
  readonly lookup: FieldDescribe;
  /** Of any parent object that no TYPEOF branch names. */
  readonly shape: RecordShape;
  /** By lower-cased object name. */
  readonly branches: Map<string, RecordShape>;
}

/** Which fields, parents and children the records of a query carry. */
export class RecordShape {
  private readonly fieldNames = new Set<string>(["Id"]);
  /** Whether its `Type` is what the row is a record of, whatever field its object has. */
  private isTypeOfTarget = false;
  private readonly parents = new Map<string, ParentShape>();
  private readonly children: ChildSelection[] = [];
  private readonly extras: ExtraColumn[] = [];
  private selection: QuerySelection | null = null;

  addPath(path: FieldPath): void {
    const shape = this.shapeAt(path.steps);
    shape.fieldNames.add(path.field.name);
    if (path.field === TYPE_OF_TARGET) shape.isTypeOfTarget = true;
  }

  addTypeBranch(
    steps: readonly FieldDescribe[],
    object: string | null,
    paths: readonly FieldPath[],
  ): void {
    const last = steps.at(-1);
    if (last === undefined) return;
    const parent = this.shapeAt(steps.slice(0, -1)).parentShape(last);
    const shape = object === null ? parent.shape : branchOf(parent, object);
    for (const path of paths) shape.addPath(path);
  }

  addChildren(children: ChildSelection): void {
    this.children.push(children);
  }

  addExtra(name: string, read: (row: Row) => StoredValue): void {
    this.extras.push({ name, read });
  }

  record(environment: QueryContext, row: Row): SObjectValue {
    const describe = describeOfRow(environment, row);
    const record = new SObjectValue(describe);
    for (const name of this.fieldNames) {
      const field = describe.fields.get(name);
      if (field === undefined) continue;
      const value = isCompound(field)
        ? compoundValue(environment, row, describe, field)
        : readField(environment, row, field);
      record.values.set(field.name, value);
    }
    if (this.isTypeOfTarget) record.values.set(TYPE_OF_TARGET.name, row.object);
    for (const { name, read } of this.extras) record.values.set(name, read(row));
    for (const [relationship, parent] of this.parents) {
      const target = shownParent(environment, row, parent.lookup);
      const shape =
        target === undefined
          ? undefined
          : (parent.branches.get(target.object.toLowerCase()) ?? parent.shape);
      record.parents.set(
        relationship,
        target === undefined || shape === undefined ? null : shape.record(environment, target),
      );
    }
    for (const child of this.children) {
      record.children.set(
        child.relationshipName,
        new ApexList(sobjectType(child.childObject), [...child.recordsOf(row)]),
      );
    }
    record.selection = this.selectionSets();
    return record;
  }

  private shapeAt(steps: readonly FieldDescribe[]): RecordShape {
    const [step, ...rest] = steps;
    return step === undefined ? this : this.parentShape(step).shape.shapeAt(rest);
  }

  private parentShape(lookup: FieldDescribe): ParentShape {
    const relationship = lookup.relationshipName ?? lookup.name;
    const known = this.parents.get(relationship);
    if (known !== undefined) return known;
    const created: ParentShape = { lookup, shape: new RecordShape(), branches: new Map() };
    this.parents.set(relationship, created);
    // The platform brings the lookup's id along with a parent's field.
    this.fieldNames.add(lookup.name);
    return created;
  }

  private selectionSets(): QuerySelection {
    this.selection ??= {
      fields: new Set([...this.fieldNames, ...this.extras.map((extra) => extra.name)]),
      parents: new Set(this.parents.keys()),
      children: new Set(this.children.map((child) => child.relationshipName)),
    };
    return this.selection;
  }
}

function branchOf(parent: ParentShape, object: string): RecordShape {
  const known = parent.branches.get(object.toLowerCase());
  if (known !== undefined) return known;
  const created = new RecordShape();
  parent.branches.set(object.toLowerCase(), created);
  return created;
}
