/** A record in memory. */
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import { raise } from "./exception.ts";
import { charge } from "./heap/charge.ts";
import { ApexList } from "./list.ts";

export interface RecordError {
  /** Canonical field name; null for an error on the record. */
  readonly field: string | null;
  readonly message: string;
}

/** Which fields and relationships a query asked for; reading any other raises SObjectException. Canonical names. */
export interface QuerySelection {
  readonly fields: ReadonlySet<string>;
  readonly parents: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
}

/** Without the texts in it, which are charged where they come into being. */
const RECORD_BYTES = 32;
const FIELD_BYTES = 12;

export class SObjectValue {
  readonly describe: SObjectDescribe;
  /** Canonical field name → value. Absent: never set and not queried. Own keys only, in the order they were set. */
  readonly values = new Map<string, unknown>();
  /** Canonical relationship name → parent record; null: queried and there is none. */
  readonly parents = new Map<string, SObjectValue | null>();
  /** Canonical relationship name → children. */
  readonly children = new Map<string, ApexList<SObjectValue>>();
  /** Aggregate columns of an AggregateResult live in `values` by alias (`expr0`). */
  selection: QuerySelection | null = null;
  errors: RecordError[] = [];
  /** Trigger.new after the save, Trigger.old: field assignments raise FinalException "Record is read-only". */
  isReadOnly = false;
  isClone = false;
  /** The id of the record it was cloned from. */
  cloneSourceId: string | null = null;

  constructor(describe: SObjectDescribe) {
    this.describe = describe;
    charge(RECORD_BYTES);
  }

  get objectName(): string {
    return this.describe.name;
  }

  get id(): string | null {
    const id = this.values.get("Id");
    return typeof id === "string" ? id : null;
  }

  /** A field as Apex reads it: `name` is canonical. A checkbox is never null. */
  get(name: string): unknown {
    const value = this.values.get(name);
    if (value !== undefined && value !== null) return value;
    if (this.isHidden(name)) notQueried(this.describe.name, name);
    return this.describe.fields.get(name)?.type === "boolean" ? false : null;
  }

  /** Whether a query brought the record and left this field out. */
  isHidden(name: string): boolean {
    return this.selection !== null && !this.selection.fields.has(name) && !this.values.has(name);
  }

  /** Raw: the value where there is one, else null, whatever was queried. */
  peek(name: string): unknown {
    return this.values.get(name) ?? null;
  }

  /** A field as Apex writes it: `name` is canonical, the value already of the field's type. */
  put(name: string, value: unknown): unknown {
    if (this.isReadOnly) raise("System.FinalException", "Record is read-only");
    charge(FIELD_BYTES);
    this.values.set(name, value);
    const relationship = this.describe.fields.get(name)?.relationshipName;
    if (relationship !== null && relationship !== undefined)
      this.#forgetOtherParent(relationship, value);
    return value;
  }

  /** A parent as Apex reads it; null for none. */
  parent(relationship: string): SObjectValue | null {
    const parent = this.parents.get(relationship);
    if (parent !== undefined) return parent;
    if (this.selection !== null && !this.selection.parents.has(relationship))
      notQueried(this.describe.name, relationship);
    return null;
  }

  putParent(relationship: string, parent: SObjectValue | null): SObjectValue | null {
    if (this.isReadOnly) raise("System.FinalException", "Record is read-only");
    this.parents.set(relationship, parent);
    return parent;
  }

  /** Children as Apex reads them off the relationship's name: where none were queried or set, an empty list. */
  childrenOf(relationship: string): ApexList<SObjectValue> {
    const known = this.children.get(relationship);
    if (known !== undefined) return known;
    const child = this.describe.childRelationships.get(relationship.toLowerCase());
    const none = new ApexList<SObjectValue>(
      { kind: "sobject", name: child?.childObject ?? "SObject" },
      [],
    );
    this.children.set(relationship, none);
    return none;
  }

  /** Children as `getSObjects` gives them; null where none were queried or set. */
  childList(relationship: string): ApexList<SObjectValue> | null {
    const children = this.children.get(relationship);
    if (children !== undefined) return children;
    if (this.selection !== null && !this.selection.children.has(relationship))
      notQueried(this.describe.name, relationship);
    return null;
  }

  putChildren(relationship: string, children: ApexList<SObjectValue>): void {
    this.children.set(relationship, children);
  }

  addError(message: string, field: string | null = null): void {
    this.errors.push({ field, message });
  }

  fieldDescribe(name: string): FieldDescribe | undefined {
    return this.describe.fields.get(name);
  }

  /** Another record with the same content; parents and children are shared, errors are not taken along. */
  copy(): SObjectValue {
    const copied = new SObjectValue(this.describe);
    charge(FIELD_BYTES * this.values.size);
    for (const [name, value] of this.values) copied.values.set(name, value);
    for (const [name, parent] of this.parents) copied.parents.set(name, parent);
    for (const [name, children] of this.children) copied.children.set(name, children);
    copied.selection = this.selection;
    return copied;
  }

  #forgetOtherParent(relationship: string, id: unknown): void {
    const parent = this.parents.get(relationship);
    if (parent !== undefined && parent !== null && parent.id !== id)
      this.parents.delete(relationship);
  }
}

function notQueried(object: string, field: string): never {
  return raise(
    "System.SObjectException",
    `SObject row was retrieved via SOQL without querying the requested field: ${object}.${field}`,
  );
}
